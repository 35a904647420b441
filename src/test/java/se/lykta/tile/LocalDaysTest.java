package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days by the table against {@link LocalDate}; in zones east and west, with half hours, odd changes and without any. */
class LocalDaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Stockholm",
                "Asia/Kathmandu",
                "America/St_Johns",
                "Africa/Monrovia",
                "Pacific/Apia",
                "UTC"
            })
    void everyMinuteIsOnTheDayThatTheClockSays(String name) {
        ZoneId zone = ZoneId.of(name);
        var days = new LocalDays(zone);
        var random = new Random(name.hashCode());
        for (int i = 0; i < 200_000; i++) {
            int minute = i % 4 == 0 ? random.nextInt() : random.nextInt(60 * 525_960);
            long expected = LocalDate.ofInstant(Instant.ofEpochSecond(60L * minute), zone)
                    .toEpochDay();
            assertThat(days.day(minute)).as("%s minute %d", name, minute).isEqualTo((int) expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Stockholm", "America/St_Johns"})
    void theHoursAroundAChangeOfTheClockAreRight(String name) {
        ZoneId zone = ZoneId.of(name);
        var days = new LocalDays(zone);
        var change = zone.getRules().nextTransition(Instant.parse("1975-01-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(Instant.parse("2045-01-01T00:00:00Z"))) {
            int at = (int) (change.getInstant().getEpochSecond() / 60);
            for (int minute = at - 1500; minute <= at + 1500; minute += 7) {
                long expected = LocalDate.ofInstant(Instant.ofEpochSecond(60L * minute), zone)
                        .toEpochDay();
                assertThat(days.day(minute)).isEqualTo((int) expected);
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }
}
