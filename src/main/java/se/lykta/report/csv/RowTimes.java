package se.lykta.report.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lykta.report.EventTime;

/** Reads the times of imported lines and remembers days and months, of which a file has few. Used by one thread. */
final class RowTimes {

    private static final int LONGEST_DAY = 10;
    private static final int REMEMBERED = 50_000;

    private final ZoneId zone;
    private final Map<String, EventTime> days = new HashMap<>();

    RowTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** The time of a text; null if it is none. */
    @Nullable EventTime find(String text) {
        EventTime day = text.length() <= LONGEST_DAY ? days.get(text) : null;
        if (day != null) {
            return day;
        }
        try {
            EventTime time = EventTime.parse(text, zone);
            if (text.length() <= LONGEST_DAY && days.size() < REMEMBERED) {
                days.put(text, time);
            }
            return time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
