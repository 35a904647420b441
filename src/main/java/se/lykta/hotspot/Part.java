package se.lykta.hotspot;

import java.util.List;
import java.util.Optional;
import se.lykta.hotspot.words.Name;
import se.lykta.index.Filter;
import se.lykta.taxonomy.CauseGroup;
import se.lykta.taxonomy.Taxonomy;

/**
 * The reports in which hotspots are looked for on their own: all that are wanted, or those with a cause of one group.
 *
 * <p>A report with causes of two groups is in both parts. If the filter names causes, only their groups are looked at, and
 * in each only reports with the named causes.
 *
 * @param group the letter of the group; none for all
 * @param causes the causes that count
 * @param filter the reports, of any time
 */
record Part(Optional<CauseGroup> group, long causes, Filter filter) {

    /** The parts that a question asks for, in the order of the groups; positive causes are in none. */
    static List<Part> of(Filter wanted, HotspotParameters parameters, Taxonomy taxonomy) {
        long counting = ~taxonomy.positiveMask();
        if (!parameters.byGroup()) {
            return List.of(new Part(Optional.empty(), counting, wanted));
        }
        return taxonomy.groups().stream()
                .flatMap(group -> {
                    long causes = taxonomy.groupMask(group.code()) & counting;
                    return wanted
                            .withCausesAmong(causes)
                            .map(filter -> new Part(Optional.of(group), causes, filter))
                            .stream();
                })
                .toList();
    }

    /** The letter of the group, empty for all. */
    String code() {
        return group.map(CauseGroup::code).orElse("");
    }

    /** Says in plain words that only a part was looked at. */
    Optional<Name> sentence() {
        return group.map(of -> new Name(
                "Bara orsaker inom gruppen %s räknas.".formatted(of.sv()),
                "Only causes of the group %s count.".formatted(of.en())));
    }
}
