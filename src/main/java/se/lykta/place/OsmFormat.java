package se.lykta.place;

import java.util.Locale;

/** How an OSM file is written, told by the ending of its name. */
public enum OsmFormat {
    PBF(".osm.pbf"),
    XML(".osm"),
    XML_GZ(".osm.gz");

    private final String ending;

    OsmFormat(String ending) {
        this.ending = ending;
    }

    /** The format of a file name; XML for an unknown ending, as the content decides then. */
    public static OsmFormat of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".pbf")) {
            return PBF;
        }
        return lower.endsWith(".gz") ? XML_GZ : XML;
    }

    /** What files of this format are called, with the dot. */
    public String ending() {
        return ending;
    }
}
