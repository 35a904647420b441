package se.lykta.hotspot.identity;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The hotspots that are known by an id, and the reports that each was last made of.
 *
 * <p>Exists so that measures and walks can point at a hotspot: new reports, another eps or a shorter window make other
 * outlines and means, but mostly of the same reports. A hotspot is a known one if at least half of the smaller of the two
 * sets of reports is in both; of several the one with most in common, then the one known first. Immutable, safe for use by
 * many threads.
 */
public final class Identities {

    /** Nobody is known. */
    static final Identities NONE = new Identities(Map.of());

    private static final int IN_COMMON = 2;

    private final List<String> ids = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final LongIntHashMap hotspotOf = new LongIntHashMap();

    /** Known ones by id; where two share a report, the first has it. */
    Identities(Map<String, Members> known) {
        known.forEach((id, members) -> {
            int hotspot = ids.size();
            ids.add(id);
            sizes.add(members.size());
            members.forEach(report -> hotspotOf.putIfAbsent(report, hotspot));
        });
    }

    /** Asks about the hotspots of one answer, the best ranked first: no id is given twice. */
    public Naming naming() {
        return new Naming();
    }

    /** Gives ids to the hotspots of one answer. Used by one thread. */
    public final class Naming {

        private final Set<String> given = new HashSet<>();
        private final Set<String> taken = new HashSet<>(ids);

        /** The id of a known hotspot, if it is one that nobody better has. */
        public Optional<String> find(Members members) {
            int[] common = new int[ids.size()];
            members.forEach(report -> {
                int hotspot = hotspotOf.getOrDefault(report, -1);
                if (hotspot >= 0) {
                    common[hotspot]++;
                }
            });
            Optional<String> best = IntStream.range(0, common.length)
                    .filter(i -> IN_COMMON * common[i] >= Math.min(members.size(), sizes.get(i)))
                    .filter(i -> !given.contains(ids.get(i)))
                    .boxed()
                    .max((a, b) -> common[a] == common[b] ? b - a : common[a] - common[b])
                    .map(ids::get);
            best.ifPresent(given::add);
            return best;
        }

        /** All ids that a new hotspot can't have, to which those of new ones are added. */
        public Set<String> taken() {
            return taken;
        }
    }
}
