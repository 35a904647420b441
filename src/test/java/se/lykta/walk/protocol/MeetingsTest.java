package se.lykta.walk.protocol;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    @Test
    void walkOnAWednesdayHasItsMeetingsTwoWeeksAway() {
        Meetings meetings = Meetings.of(SampleWalks.simple());

        assertThat(meetings.before()).isEqualTo("2026-09-30T18:00");
        assertThat(meetings.walk()).isEqualTo("2026-10-14T18:30");
        assertThat(meetings.after()).isEqualTo("2026-10-28T18:00");
        assertThat(meetings.measuresDone()).isEqualTo("2027-04-14");
    }

    @Test
    void meetingsOfEveryDayAreTwoToThreeWeeksAwayOnWorkingDays() {
        for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() < 2030; date = date.plusDays(1)) {
            Meetings meetings = Meetings.of(SampleWalks.walk(date.atTime(21, 0), 1, 1));
            LocalDate before = meetings.before().toLocalDate();
            LocalDate after = meetings.after().toLocalDate();

            assertThat(DAYS.between(before, date)).as("before %s", date).isBetween(14L, 21L);
            assertThat(DAYS.between(date, after)).as("after %s", date).isBetween(14L, 21L);
            assertThat(WorkingDays.isWorkingDay(before)).isTrue();
            assertThat(WorkingDays.isWorkingDay(after)).isTrue();
        }
    }
}
