package se.lykta.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A time as well as it is known.
 *
 * @param start the first instant of the minute, day or month
 * @param precision how exact it is
 */
public record EventTime(Instant start, Precision precision) {

    /** How exact a time is known. */
    public enum Precision {
        MINUTE,
        DAY,
        MONTH;

        /** The code in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads ISO 8601: a month, a date, a local time or one with its offset; a blank may stand for the T.
     *
     * <p>A local time that happens twice in autumn is the first of the two, one that is skipped in spring is moved on by
     * the skipped hour ({@link LocalDateTime#atZone}).
     *
     * @param zone of times that name no offset
     * @throws DateTimeException if the text is nothing of the kind
     */
    public static EventTime parse(String text, ZoneId zone) {
        int length = text.length();
        if (length == 7) {
            return new EventTime(
                    YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant(), Precision.MONTH);
        }
        if (length == 10) {
            return new EventTime(LocalDate.parse(text).atStartOfDay(zone).toInstant(), Precision.DAY);
        }
        if (length < 16) {
            throw new DateTimeException("neither a date-time nor a date nor a month");
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        boolean offset = iso.endsWith("Z") || iso.indexOf('+', 16) >= 0 || iso.indexOf('-', 16) >= 0;
        return new EventTime(
                offset
                        ? OffsetDateTime.parse(iso).toInstant()
                        : LocalDateTime.parse(iso).atZone(zone).toInstant(),
                Precision.MINUTE);
    }
}
