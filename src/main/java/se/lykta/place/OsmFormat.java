package se.lykta.place;

import java.nio.charset.StandardCharsets;
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

    /** The format by the first bytes of a file, by its name where they do not tell. */
    public static OsmFormat sniff(byte[] head, String fileName) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001f\u008b")) {
            return XML_GZ;
        }
        if (text.contains("OSMHeader")) {
            return PBF;
        }
        boolean xml = text.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<");
        return xml ? XML : of(fileName);
    }

    /** What files of this format are called, with the dot. */
    public String ending() {
        return ending;
    }
}
