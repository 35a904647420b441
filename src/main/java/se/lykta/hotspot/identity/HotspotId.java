package se.lykta.hotspot.identity;

import java.util.HexFormat;
import java.util.Set;

/**
 * Ids for hotspots that nobody knows yet, made from the main cause and the 200 m square of the mean position.
 *
 * <p>So processes that see the same reports give the same id before {@link Identities} has it. What the public sees has no
 * ids of reports and is known by these alone: a few new reports seldom move the mean over the edge of a square.
 */
public final class HotspotId {

    private static final double SQUARE_METRES = 200;
    private static final int HEX_DIGITS = 10;

    private HotspotId() {}

    /**
     * An id that none of the better ranked ones has.
     *
     * @param group the letter of the group of causes, so that no other group has the id; empty for all causes
     * @param taken the ids given so far; the new one is added
     */
    public static String of(String group, double meanX, double meanY, String mainCause, Set<String> taken) {
        long column = (long) Math.floor(meanX / SQUARE_METRES);
        long row = (long) Math.floor(meanY / SQUARE_METRES);
        long hash = mixed(mixed(mixed(column) + row) + mainCause.hashCode());
        String id = (group.isEmpty() ? "" : group + "-") + "h" + HexFormat.of().toHexDigits(hash, HEX_DIGITS);
        String unique = id;
        for (int i = 2; !taken.add(unique); i++) {
            unique = id + "-" + i;
        }
        return unique;
    }

    /** Finalizer of MurmurHash3 (Appleby 2011): every bit of the input changes about half of the output. */
    private static long mixed(long value) {
        long bits = value;
        bits = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return bits ^ (bits >>> 33);
    }
}
