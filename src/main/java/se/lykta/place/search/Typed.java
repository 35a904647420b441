package se.lykta.place.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text to look for.
 *
 * @param text as typed
 * @param folded as names are compared: small letters without accents, one blank between words
 */
record Typed(String text, String folded) {

    private static final int MOST_WORDS = 8;

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** With fewer letters there is something like it in every name. */
    boolean mayBeMisspelt() {
        return folded.length() >= 3;
    }

    /** Shorter parts are in every name; of longer ones the spelling tells. */
    boolean mayBeInside() {
        int longest = longestWord();
        return longest >= 4 && longest < 8;
    }

    /** Of a sentence only the first words. */
    List<String> words() {
        return folded.isEmpty()
                ? List.of()
                : Arrays.stream(folded.split(" ", -1)).limit(MOST_WORDS).toList();
    }

    int longestWord() {
        return words().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The words worth asking an index for: one or two letters begin too many, unless there is nothing else. */
    List<String> indexed() {
        List<String> longer = words().stream().filter(word -> word.length() > 2).toList();
        return longer.isEmpty() ? words() : longer;
    }

    /** A text search query: every indexed word is the beginning of one of the name. */
    String beginnings() {
        return indexed().stream()
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }

    /** "Storgatan Malmö" means Storgatan: nobody's name on the map has the town behind it. */
    Typed withoutTown(String foldedTown) {
        String town = foldedTown.replaceFirst("s? (kommun|stad)$", "");
        boolean ends = !town.isEmpty() && folded.endsWith(" " + town);
        return ends ? new Typed(text, folded.substring(0, folded.length() - town.length() - 1)) : this;
    }
}
