package se.lykta.walk.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lykta.geo.LonLat;
import se.lykta.http.ApiException;
import se.lykta.report.Daylight;
import se.lykta.taxonomy.Light;

/** Expected hours are reasoned from the height of the sun as reports know it, which is computed otherwise. */
class DepartureChoiceTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LonLat LJUSBRO = new LonLat(15.05, 58.95);
    private static final LonLat KIRUNA = new LonLat(20.22, 67.86);
    private static final LonLat LULEA = new LonLat(22.15, 65.58);

    @ParameterizedTest
    @CsvSource({
        "2026-01-15",
        "2026-03-28",
        "2026-03-29",
        "2026-06-21",
        "2026-08-20",
        "2026-10-24",
        "2026-10-25",
        "2026-12-21"
    })
    void darkWalkStartsWithTheFirstDarkMinute(LocalDate date) {
        Departure departure = choose(LJUSBRO, 90, date, Light.DARK, null);

        assertThat(departure.dark()).isTrue();
        assertThat(departure.start()).isEqualTo(departure.civilDusk());
        assertThat(light(LJUSBRO, departure.start().plusMinutes(1))).isEqualTo(Light.DARK);
        assertThat(light(LJUSBRO, departure.start().minusMinutes(3))).isEqualTo(Light.LIGHT);
        assertThat(light(LJUSBRO, departure.start().plusMinutes(89))).isEqualTo(Light.DARK);
    }

    @Test
    void darkWalkWaitsHalfAnHourAfterASunsetThatIsSoonDark() {
        // on the equator civil dusk comes 21 to 23 minutes after sunset; sunset is at about 18:00 solar time
        var sun = new SunClock(new LonLat(15, 0), ZONE);
        LocalDate date = LocalDate.of(2026, 3, 20);

        Departure departure = new DepartureChoice(sun, Duration.ofMinutes(90))
                .choose(new WalkRequest.When(Light.DARK, date, null), Light.LIGHT);

        assertThat(Duration.between(sun.sunset(date).orElseThrow().toLocalDateTime(), departure.start()))
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertThat(departure.civilDusk()).isBefore(departure.start());
    }

    @Test
    void polarSummerNamesTheNextDateWithDarkness() {
        assertThatThrownBy(() -> choose(KIRUNA, 90, LocalDate.of(2026, 6, 21), Light.DARK, null))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("no-dusk");
                    assertThat(e).hasMessageContaining("it does not get dark on 2026-06-21");
                    String detail = e.faults().get(0).message();
                    LocalDate next = LocalDate.parse(detail.substring(detail.length() - 10));
                    assertThat(choose(KIRUNA, 90, next, Light.DARK, null).dark())
                            .isTrue();
                    assertThatThrownBy(() -> choose(KIRUNA, 90, next.minusDays(1), Light.DARK, null))
                            .isInstanceOf(ApiException.class);
                });
    }

    @Test
    void nightThatIsTooShortIsSaidSo() {
        assertThatThrownBy(() -> choose(LJUSBRO, 300, LocalDate.of(2026, 6, 21), Light.DARK, null))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("night-too-short");
                    assertThat(e)
                            .hasMessageContaining("it is dark for 15")
                            .hasMessageContaining("300 minutes of darkness");
                });
    }

    @Test
    void lightWalkStartsAtFourOrEndsWithTheSunset() {
        assertThat(choose(LJUSBRO, 90, LocalDate.of(2026, 6, 10), Light.LIGHT, null)
                        .start())
                .isEqualTo("2026-06-10T16:00");

        Departure winter = choose(LJUSBRO, 90, LocalDate.of(2026, 12, 21), Light.LIGHT, null);

        assertThat(winter.start()).isBefore("2026-12-21T14:00");
        LocalDateTime end = winter.start().plusMinutes(90);
        var sunset =
                new SunClock(LJUSBRO, ZONE).sunset(LocalDate.of(2026, 12, 21)).orElseThrow();
        assertThat(Duration.between(end, sunset.toLocalDateTime())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void polarNightNamesTheNextDateWithDaylight() {
        assertThatThrownBy(() -> choose(KIRUNA, 90, LocalDate.of(2026, 12, 21), Light.LIGHT, null))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("no-daylight");
                    assertThat(e).hasMessageContaining("the next date with 90 minutes of daylight is 2027-01-");
                });
        assertThatThrownBy(() -> choose(LULEA, 240, LocalDate.of(2026, 12, 21), Light.LIGHT, null))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("day-too-short"));
    }

    @Test
    void withoutAWordTheReportsDecideAndTheSunMayOverrule() {
        LocalDate summer = LocalDate.of(2026, 6, 21);

        assertThat(choose(LJUSBRO, 90, summer, null, null, Light.DARK).dark()).isTrue();
        assertThat(choose(LJUSBRO, 90, summer, null, null, Light.LIGHT).dark()).isFalse();
        assertThat(choose(KIRUNA, 90, summer, null, null, Light.DARK).dark())
                .as("it does not get dark")
                .isFalse();
    }

    @Test
    void hourThatIsAskedForIsTakenOrAnsweredWithTheHoursThereAre() {
        LocalDate date = LocalDate.of(2026, 10, 14);

        assertThat(choose(LJUSBRO, 90, date, Light.DARK, LocalTime.of(20, 0)).start())
                .isEqualTo("2026-10-14T20:00");
        assertThat(choose(LJUSBRO, 60, date, Light.DARK, LocalTime.of(5, 30)).start())
                .isEqualTo("2026-10-14T05:30");
        assertThat(choose(LJUSBRO, 90, date, null, LocalTime.of(17, 0)).dark())
                .as("dusk comes in the middle of it")
                .isFalse();
        assertThat(choose(LJUSBRO, 90, date, null, LocalTime.of(20, 0)).dark()).isTrue();
        assertThatThrownBy(() -> choose(LJUSBRO, 90, date, Light.DARK, LocalTime.of(16, 0)))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("not-dark");
                    assertThat(e).hasMessageMatching(".* a start from 18:3\\d to 05:2\\d is allowed");
                });
        assertThatThrownBy(() -> choose(LJUSBRO, 90, date, Light.LIGHT, LocalTime.of(17, 0)))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.code()).isEqualTo("not-light");
                    assertThat(e).hasMessageMatching(".* a start from 07:3\\d to 16:2\\d is allowed");
                });
    }

    private static Departure choose(
            LonLat place, int minutes, LocalDate date, @Nullable Light light, @Nullable LocalTime time) {
        return choose(place, minutes, date, light, time, Light.LIGHT);
    }

    private static Departure choose(
            LonLat place, int minutes, LocalDate date, @Nullable Light light, @Nullable LocalTime time, Light need) {
        return new DepartureChoice(new SunClock(place, ZONE), Duration.ofMinutes(minutes))
                .choose(new WalkRequest.When(light, date, time), need);
    }

    private static Light light(LonLat place, LocalDateTime time) {
        Instant instant = time.atZone(ZONE).toInstant();
        return Daylight.at(instant, place.lonDeg(), place.latDeg());
    }
}
