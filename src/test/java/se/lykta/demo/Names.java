package se.lykta.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.lykta.taxonomy.Taxonomy;

/** The names that the planted hotspots are expected to get: main cause and place, in the words people use. */
final class Names {

    private static final Map<String, String> PLACES = Map.of(
            "idrottshallen", "vid Idrottshallen",
            "skolgatan", "på Skolgatan",
            "sjostigen", "på Sjöstigen",
            "stationen", "vid Ljusbro resecentrum",
            "soltunneln", "i Soltunneln",
            "stortorget", "på Stortorget",
            "kopcentrum", "vid Ljusbro köpcentrum",
            "bjorkhagen", "vid hållplatsen Björkhagen",
            "kvarnbron", "på Kvarnbron");

    /** Another name on the map that says the same place as well. */
    private static final Map<String, String> ALSO =
            Map.of("skolgatan", "Ljusbro skola", "stationen", "Ljusbro resecentrum");

    private Names() {}

    static String sv(Planted planted) {
        String cause = Taxonomy.load().getCause(planted.mainCause()).sv();
        return cause.substring(0, 1).toUpperCase(Locale.ROOT) + cause.substring(1) + " "
                + Objects.requireNonNull(PLACES.get(planted.id()));
    }

    /** Names on the map, any of which is right. */
    static List<String> places(Planted planted) {
        String name = planted.where().name();
        String also = ALSO.get(planted.id());
        return also == null ? List.of(name) : List.of(name, also);
    }
}
