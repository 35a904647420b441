package se.lykta.walk.protocol;

import java.util.Locale;

/** Words turned into sentences. */
final class Phrases {

    private Phrases() {}

    /** With a great first letter. */
    static String sentence(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }
}
