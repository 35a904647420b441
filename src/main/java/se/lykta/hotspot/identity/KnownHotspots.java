package se.lykta.hotspot.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hotspots that are known by an id: those of all causes, and those of each group of causes.
 *
 * <p>A group's hotspot is another one than that of all causes at the same place, though its reports are among that one's: so
 * each is looked for among its own kind only. Immutable, safe for use by many threads.
 */
public final class KnownHotspots {

    /** Nobody is known. */
    public static final KnownHotspots NONE = new KnownHotspots(List.of());

    private final Map<String, Identities> byGroup = new LinkedHashMap<>();

    /** Those known for longest first; where two of a group share a report, the first has it. */
    KnownHotspots(List<Known> known) {
        Map<String, Map<String, Members>> members = new LinkedHashMap<>();
        known.forEach(one -> members.computeIfAbsent(one.group, group -> new LinkedHashMap<>())
                .put(one.id, one.members));
        members.forEach((group, ids) -> byGroup.put(group, new Identities(ids)));
    }

    /**
     * Those of one group.
     *
     * @param group its letter; empty for those of all causes
     */
    public Identities of(String group) {
        return byGroup.getOrDefault(group, Identities.NONE);
    }

    /**
     * A hotspot that is known.
     *
     * @param id its name in links
     * @param group the letter of the group of causes it was found in; empty for all causes
     * @param members the reports that it was last made of
     */
    public record Known(String id, String group, Members members) {}
}
