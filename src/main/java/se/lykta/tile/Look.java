package se.lykta.tile;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.zip.CRC32;
import se.lykta.taxonomy.Cause;
import se.lykta.taxonomy.Taxonomy;

/**
 * Names everything beside the reports that the bytes of a tile depend on: how it is drawn, codes, time zone.
 *
 * <p>Exists so that a version of a tile means the same bytes in every process, even if one is of a newer program or has other
 * settings. Pure.
 */
final class Look {

    private Look() {}

    /**
     * The name.
     *
     * @param layer a letter
     * @param drawing a number, raised when tiles of the same reports come to look different
     */
    static String of(String layer, int drawing, Taxonomy taxonomy, ZoneId zone) {
        var text = new StringBuilder(zone.getId());
        for (Cause cause : taxonomy.causes()) {
            text.append(' ').append(cause.bit()).append(cause.code());
        }
        var checksum = new CRC32();
        checksum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return "%s%d.%08x".formatted(layer, drawing, checksum.getValue());
    }
}
