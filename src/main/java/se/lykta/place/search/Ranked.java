package se.lykta.place.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Something that was found, and why it stands where it does. */
record Ranked(Found found, Score score) {

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::score)
            .thenComparing(ranked -> ranked.found().name())
            .thenComparing(ranked -> ranked.found().id());

    /** Both lists as one, each thing once and with its better score. */
    static List<Ranked> merge(List<Ranked> some, List<Ranked> others, int limit) {
        Set<Long> seen = new HashSet<>();
        return Stream.concat(some.stream(), others.stream())
                .sorted(ORDER)
                .filter(ranked -> seen.add(ranked.found().id()))
                .limit(limit)
                .toList();
    }

    /** Whether it is called so, and is no shop that is called after something else. */
    boolean isNamed() {
        return found.match() == Found.Match.NAME && found.kind() != KindWords.BUSINESS;
    }
}
