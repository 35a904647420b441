package se.lykta.walk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    /** From printed almanacs: New Year to Twelfth Night, Easter of six years, Ascension, midsummer, Christmas. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2025-06-06",
                "2026-06-19", "2025-06-20", "2026-12-24", "2026-12-25", "2026-12-31", "2024-03-29", "2024-04-01",
                "2025-04-18", "2025-04-21", "2025-05-29", "2027-03-26", "2027-03-29", "2008-03-21", "2008-03-24",
                "2011-04-22", "2011-04-25", "2038-04-23", "2038-04-26", "2026-10-17", "2026-10-18"
            })
    void nobodyMeetsOnAHoliday(String date) {
        assertThat(WorkingDays.isWorkingDay(LocalDate.parse(date))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-01-05",
                "2026-04-02",
                "2026-04-07",
                "2026-05-15",
                "2026-06-18",
                "2026-06-26",
                "2026-12-23",
                "2026-12-28",
                "2026-10-14",
                "2028-02-29"
            })
    void otherWeekdaysAreWorkingDays(String date) {
        assertThat(WorkingDays.isWorkingDay(LocalDate.parse(date))).isTrue();
    }

    @Test
    void easterMondayIsAMondayInSpringInEveryYear() {
        for (int year = 1900; year < 2200; year++) {
            LocalDate march = LocalDate.of(year, 3, 1);
            long holidays = march.datesUntil(LocalDate.of(year, 5, 1))
                    .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
                    .filter(date -> !WorkingDays.isWorkingDay(date))
                    .peek(date ->
                            assertThat(date).isBetween(march.withDayOfMonth(23), LocalDate.of(date.getYear(), 4, 26)))
                    .count();

            assertThat(holidays).as("%d", year).isEqualTo(1);
        }
    }

    @Test
    void nearestDayIsTheDayItselfIfItWillDo() {
        assertThat(WorkingDays.from(LocalDate.of(2026, 10, 14))).isEqualTo("2026-10-14");
        assertThat(WorkingDays.from(LocalDate.of(2026, 4, 3))).isEqualTo("2026-04-07");
        assertThat(WorkingDays.upTo(LocalDate.of(2026, 4, 6))).isEqualTo("2026-04-02");
    }
}
