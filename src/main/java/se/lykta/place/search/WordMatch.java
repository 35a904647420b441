package se.lykta.place.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the words that were typed stand in a name, as conditions and points of a statement. */
enum WordMatch {

    /** Each is the beginning of a word: found by the index of words. */
    BEGINNING(1, "% %s%", """
            CASE WHEN folded = :folded THEN 0 WHEN starts_with(folded, :folded) THEN 1 WHEN named THEN 2 ELSE 3 END"""),

    /** Each is somewhere inside, as "torget" in "Stortorget": found by the index of trigrams. */
    INSIDE(2.5, "%%s%", "CASE WHEN named THEN 2.5 ELSE 3.5 END::float8");

    /** Beginnings of so many letters have few answers, which are all asked for at once. */
    private static final int LONG_BEGINNING = 10;

    private final double leastScore;
    private final String pattern;
    private final String score;

    WordMatch(double leastScore, String pattern, String score) {
        this.leastScore = leastScore;
        this.pattern = pattern;
        this.score = score;
    }

    /** What no answer but a whole name can go below; whole names are looked for everywhere. */
    double leastScore() {
        return leastScore;
    }

    /** Points for {@code named}: whether it is so in the name itself and not only in what its kind is called. */
    String score() {
        return score;
    }

    /** What has to hold for a name to be found by the words. */
    String condition(Typed typed) {
        List<String> words = typed.words();
        List<String> indexed = this == BEGINNING ? typed.indexed() : List.of();
        Stream<String> read = IntStream.range(0, words.size())
                .filter(i -> !indexed.contains(words.get(i)))
                .mapToObj(i -> "words LIKE :pattern" + i);
        Stream<String> found =
                indexed.isEmpty() ? Stream.of() : Stream.of("beginnings @@ CAST(:beginnings AS tsquery)");
        return Stream.concat(found, read).collect(Collectors.joining(" AND "));
    }

    /** Patterns for LIKE on a name with a blank before it. */
    List<String> patterns(List<String> words) {
        return words.stream().map(word -> pattern.replace("%s", word)).toList();
    }

    /** How far is looked through everything, one after the other, before the index is asked. */
    List<Reach> reaches(int longestWord) {
        return this == INSIDE || longestWord < LONG_BEGINNING ? List.of(Reach.values()) : List.of();
    }
}
