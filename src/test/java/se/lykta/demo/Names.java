package se.lykta.demo;

import java.util.Locale;
import se.lykta.taxonomy.Taxonomy;

/** The name that a planted hotspot is expected to get: its main cause and its place. */
final class Names {

    private Names() {}

    static String sv(Planted planted) {
        String cause = Taxonomy.load().getCause(planted.mainCause()).sv();
        return cause.substring(0, 1).toUpperCase(Locale.ROOT) + cause.substring(1) + " vid "
                + planted.where().name();
    }
}
