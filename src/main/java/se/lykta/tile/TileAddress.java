package se.lykta.tile;

import java.util.ArrayList;
import java.util.List;
import se.lykta.geo.TileId;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** Reads zoom, column and row from the path of a request: the hot path of the service, so without patterns. Pure. */
final class TileAddress {

    /** What is no number at all; no tile has it either. */
    private static final long NO_NUMBER = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 10;

    private TileAddress() {}

    /**
     * The tile of a path.
     *
     * @throws ApiException {@code invalid-tile} for what are not whole numbers, {@code unknown-tile} for those of no tile
     */
    static TileId parse(String zoomText, String xText, String yText) {
        long zoom = number(zoomText);
        long x = number(xText);
        long y = number(yText);
        if (zoom == NO_NUMBER || x == NO_NUMBER || y == NO_NUMBER) {
            throw ApiException.invalid("invalid-tile", faults(zoom, x, y));
        }
        try {
            return new TileId(clamped(zoom), clamped(x), clamped(y));
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("unknown-tile", String.valueOf(e.getMessage()));
        }
    }

    private static List<Fault> faults(long zoom, long x, long y) {
        List<Fault> faults = new ArrayList<>();
        long[] numbers = {zoom, x, y};
        String[] names = {"z", "x", "y"};
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == NO_NUMBER) {
                faults.add(new Fault(names[i], "not a whole number"));
            }
        }
        return faults;
    }

    /** ASCII digits, at most ten, perhaps with a minus. */
    private static long number(String text) {
        boolean negative = text.startsWith("-");
        int first = negative ? 1 : 0;
        if (text.length() == first || text.length() > first + MOST_DIGITS) {
            return NO_NUMBER;
        }
        long number = 0;
        for (int i = first; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = 10 * number + digit;
        }
        return negative ? -number : number;
    }

    private static int clamped(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
}
