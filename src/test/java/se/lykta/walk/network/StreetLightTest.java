package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetLightTest {

    /** Values and meanings from the page Key:lit of the OpenStreetMap wiki. */
    @ParameterizedTest
    @CsvSource({
        "yes, YES",
        "24/7, YES",
        "automatic, YES",
        "sunset-sunrise, YES",
        "dusk-dawn, YES",
        "Mo-Su sunset-sunrise, YES",
        "limited, LIMITED",
        "interval, LIMITED",
        "operating_times, LIMITED",
        "dusk-23:00, LIMITED",
        "05:00-dawn, LIMITED",
        "Mo-Fr 17:00-22:00, LIMITED",
        "no, NO",
        "disused, NO",
        "unknown, MISSING",
        "fixme, MISSING",
        "'', MISSING",
        "' Yes ', YES"
    })
    void tagSaysWhetherAWayIsLit(String value, StreetLight light) {
        assertThat(StreetLight.ofTag(value)).isEqualTo(light);
    }

    @Test
    void wayWithoutTagIsMissing() {
        assertThat(StreetLight.ofTag(null)).isEqualTo(StreetLight.MISSING);
    }

    @Test
    void onlyWhatIsKnownToBeLitIsLit() {
        assertThat(StreetLight.values())
                .filteredOn(StreetLight::isLit)
                .containsExactly(StreetLight.LIMITED, StreetLight.YES);
    }
}
