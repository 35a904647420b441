package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.lykta.taxonomy.Light;

/** The short formulas against commons-suncalc, and some evenings known from the almanac. */
class DaylightTest {

    private static final int SAMPLES = 40_000;

    @Test
    void theShortFormulasStayFarWithinTheDoubt() {
        var random = new Random(20_260_115);
        double greatest = 0;

        for (int i = 0; i < SAMPLES; i++) {
            Instant time = Instant.ofEpochSecond(631_152_000L + (long) (random.nextDouble() * 3_471_292_800.0));
            double lonDeg = random.nextDouble() * 360 - 180;
            double latDeg = random.nextDouble() * 180 - 90;
            double exact = Daylight.heightDeg(time, lonDeg, latDeg);
            double quick = Daylight.approximateHeightDeg(time.getEpochSecond(), lonDeg, latDeg);
            greatest = Math.max(greatest, Math.abs(exact - quick));
        }

        System.getLogger("figure").log(System.Logger.Level.INFO, "figure daylight-greatest-difference-deg " + greatest);
        assertThat(greatest).isLessThan(Daylight.DOUBT_DEG / 5);
    }

    @Test
    void theAnswerIsAlwaysTheLibrarys() {
        var random = new Random(7);

        for (int i = 0; i < SAMPLES; i++) {
            Instant time = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000));
            double latDeg = 55 + random.nextDouble() * 14;
            double lonDeg = 11 + random.nextDouble() * 13;
            boolean dark = Daylight.heightDeg(time, lonDeg, latDeg) < -6;

            assertThat(Daylight.at(time, lonDeg, latDeg)).isEqualTo(dark ? Light.DARK : Light.LIGHT);
        }
    }

    /** Civil twilight of Stockholm ends at about 15.46 on 1 January and does not end at all at Kiruna in June. */
    @Test
    void knownEveningsAreRight() {
        assertThat(Daylight.at(Instant.parse("2026-01-01T14:20:00Z"), 18.07, 59.33))
                .isEqualTo(Light.LIGHT);
        assertThat(Daylight.at(Instant.parse("2026-01-01T15:10:00Z"), 18.07, 59.33))
                .isEqualTo(Light.DARK);
        assertThat(Daylight.at(Instant.parse("2026-06-20T22:30:00Z"), 20.23, 67.86))
                .isEqualTo(Light.LIGHT);
        assertThat(Daylight.at(Instant.parse("2026-12-20T10:30:00Z"), 20.23, 67.86))
                .isEqualTo(Light.LIGHT);
        assertThat(Daylight.at(Instant.parse("2026-12-20T16:00:00Z"), 20.23, 67.86))
                .isEqualTo(Light.DARK);
    }
}
