package se.lykta.place.osm;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.lykta.place.osm.file.OsmText;

/**
 * Chooses the name of an element and cleans it: {@code name:sv} before {@code name}, the first of several; where that has
 * no Latin letter, the file's own Latin spelling if there is one.
 *
 * <p>Exists because {@code name} may be in any script, or hold control characters and marks that turn the direction of the
 * text around it. Texts become NFC, so that equal names are equal. Counts what stays without Latin letters. Used by one
 * thread.
 */
final class OsmNames {

    private static final String NAME = "name";
    private static final List<String> LATIN_SPELLINGS = List.of("name:latin", "int_name", "name:en");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    private long foreign;

    /** Names so far that have letters, but no Latin ones. */
    long foreign() {
        return foreign;
    }

    /** Puts the chosen name in the place of {@code name}; takes it away if nothing is left of it. */
    void choose(Map<String, String> tags) {
        String name = first(OsmText.clean(tags.getOrDefault("name:sv", tags.getOrDefault(NAME, ""))));
        if (isForeign(name)) {
            name = LATIN_SPELLINGS.stream()
                    .map(key -> OsmText.clean(tags.getOrDefault(key, "")))
                    .filter(spelling -> LATIN.matcher(spelling).find())
                    .findFirst()
                    .orElse(name);
        }
        if (name.isEmpty()) {
            tags.remove(NAME);
        } else {
            tags.put(NAME, name);
        }
    }

    /** Several names are divided by semicolons, the most usual one comes first. */
    private static String first(String names) {
        int end = names.indexOf(';');
        return end < 0 ? names : names.substring(0, end).strip();
    }

    /** Counts the name of an element that is kept. */
    void count(Map<String, String> tags) {
        foreign += isForeign(tags.getOrDefault(NAME, "")) ? 1 : 0;
    }

    private static boolean isForeign(String name) {
        return LETTER.matcher(name).find() && !LATIN.matcher(name).find();
    }
}
