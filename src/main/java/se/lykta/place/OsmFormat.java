package se.lykta.place;

import java.util.Locale;

/** How an OSM file is written, told by the ending of its name. */
enum OsmFormat {
    PBF(".osm.pbf"),
    XML(".osm"),
    XML_GZ(".osm.gz");

    private final String ending;

    OsmFormat(String ending) {
        this.ending = ending;
    }

    /** The format of a file name; XML for an unknown ending, as the content decides then. */
    static OsmFormat of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".pbf")) {
            return PBF;
        }
        return lower.endsWith(".gz") ? XML_GZ : XML;
    }

    String ending() {
        return ending;
    }
}
