package se.lykta.place;

import java.nio.file.Path;

/**
 * The OSM extract in use.
 *
 * @param version grows with every import
 * @param fileName name of the file that was imported
 * @param sha256 its checksum, hexadecimal
 * @param counts what was found in it
 */
public record OsmSource(long version, String fileName, String sha256, OsmCounts counts) {

    /** Where the copy for the foot network is kept. */
    public Path keptIn(Path directory) {
        return directory.resolve(keptName(sha256, fileName));
    }

    /** Named by content, so that a copy that is in use is never written over; GraphHopper goes by the ending. */
    static String keptName(String sha256, String fileName) {
        return sha256.substring(0, 16) + OsmFormat.of(fileName).ending();
    }
}
