package se.lykta.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneClockTest {

    private static final int SECONDS_PER_MINUTE = 60;

    @Test
    void countsHoursFromMondayMidnight() {
        var clock = new ZoneClock(ZoneId.of("Europe/Stockholm"));
        assertEquals(0, clock.hourOfWeek(minute("2026-01-04T23:00:00Z")), "Monday 00:00 in winter");
        assertEquals(167, clock.hourOfWeek(minute("2026-01-04T22:59:00Z")), "Sunday 23:59");
        assertEquals(0, clock.hourOfWeek(minute("2026-07-05T22:00:00Z")), "Monday 00:00 in summer");
        assertEquals(4 * 24 + 21, clock.hourOfWeek(minute("2025-10-03T19:30:00Z")), "Friday 21:30");
        assertEquals(72, new ZoneClock(ZoneOffset.UTC).hourOfWeek(0), "1970-01-01 was a Thursday");
        assertEquals(71, new ZoneClock(ZoneOffset.UTC).hourOfWeek(-1));
    }

    @Test
    void changesWithTheClock() {
        var clock = new ZoneClock(ZoneId.of("Europe/Stockholm"));
        assertEquals(6 * 24 + 1, clock.hourOfWeek(minute("2026-03-29T00:59:00Z")), "last minute of winter time");
        assertEquals(6 * 24 + 3, clock.hourOfWeek(minute("2026-03-29T01:00:00Z")), "there is no hour from 2 to 3");
        assertEquals(6 * 24 + 2, clock.hourOfWeek(minute("2025-10-26T00:30:00Z")), "02:30 the first time");
        assertEquals(6 * 24 + 2, clock.hourOfWeek(minute("2025-10-26T01:30:00Z")), "02:30 the second time");
    }

    /** The standard library is the oracle, zones with odd offsets and without changes included. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Stockholm", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Z", "UTC"})
    void agreesWithTheStandardLibrary(String id) {
        ZoneId zone = ZoneId.of(id);
        var clock = new ZoneClock(zone);
        var random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            int minute = random.nextInt(minute("2199-12-31T00:00:00Z"));
            var local = LocalDateTime.ofInstant(Instant.ofEpochSecond((long) minute * SECONDS_PER_MINUTE), zone);
            int hour = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
            assertEquals(hour, clock.hourOfWeek(minute), () -> zone + " " + local);
            long localMinute = ChronoUnit.MINUTES.between(LocalDateTime.of(1970, 1, 1, 0, 0), local);
            assertEquals(localMinute, clock.localMinute(minute), () -> zone + " " + local);
        }
    }

    private static int minute(String instant) {
        return (int) (Instant.parse(instant).getEpochSecond() / SECONDS_PER_MINUTE);
    }
}
