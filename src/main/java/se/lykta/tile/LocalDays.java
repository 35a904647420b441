package se.lykta.tile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The local day of a minute, by a table of the zone's offsets: blocks of {@value #BLOCK_MINUTES} minutes in which the
 * clock is not changed have one, for others and outside 1970–2199 the rules of the zone are asked.
 *
 * <p>Exists because asking the rules costs more than all else of a point in a tile. Immutable.
 */
final class LocalDays {

    private static final int BLOCK_BITS = 11;
    private static final int BLOCK_MINUTES = 1 << BLOCK_BITS;
    private static final int MINUTES_PER_DAY = 1440;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int BLOCKS = (int) (LocalDate.of(2200, 1, 1).toEpochDay() * MINUTES_PER_DAY / BLOCK_MINUTES);
    private static final short CHANGES = Short.MIN_VALUE;

    private final ZoneId zone;
    private final short[] offsetMinutes = new short[BLOCKS];

    LocalDays(ZoneId zone) {
        this.zone = zone;
        for (int block = 0; block < BLOCKS; block++) {
            offsetMinutes[block] = offsetMinutes((long) block << BLOCK_BITS);
        }
    }

    /** Days from 1970-01-01 to the local day. */
    int day(int minute) {
        if (minute >= 0 && minute >>> BLOCK_BITS < BLOCKS) {
            short offset = offsetMinutes[minute >>> BLOCK_BITS];
            if (offset != CHANGES) {
                return Math.floorDiv(minute + offset, MINUTES_PER_DAY);
            }
        }
        return (int) LocalDate.ofInstant(instant(minute), zone).toEpochDay();
    }

    private short offsetMinutes(long firstMinute) {
        ZoneOffset offset = zone.getRules().getOffset(instant(firstMinute));
        var change = zone.getRules().nextTransition(instant(firstMinute));
        boolean steady = change == null || !change.getInstant().isBefore(instant(firstMinute + BLOCK_MINUTES));
        boolean whole = offset.getTotalSeconds() % SECONDS_PER_MINUTE == 0;
        return steady && whole ? (short) (offset.getTotalSeconds() / SECONDS_PER_MINUTE) : CHANGES;
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE);
    }
}
