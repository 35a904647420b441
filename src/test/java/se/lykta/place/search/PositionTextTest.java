package se.lykta.place.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.LonLat;

/** Positions as people paste them. */
class PositionTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "55.60, 13.03           | 55.60  | 13.03",
                "55.60 13.03            | 55.60  | 13.03",
                "55.60,13.03            | 55.60  | 13.03",
                "55,60 13,03            | 55.60  | 13.03",
                "55,60, 13,03           | 55.60  | 13.03",
                "55.60°N 13.03°E        | 55.60  | 13.03",
                "N 55,60° Ö 13,03°      | 55.60  | 13.03",
                "13.03, 55.60           | 55.60  | 13.03",
                "-33.86, 151.21         | -33.86 | 151.21",
                "40.71, -74.01          | 40.71  | -74.01",
                "  67.8558   20.2253    | 67.8558 | 20.2253"
            })
    void degreesAreRead(String typed, double lat, double lon) {
        assertThat(PositionText.parse(typed)).contains(new LonLat(lon, lat));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6163000 374000", "6163000, 374000", "N 6163000 E 374000", "374000 6163000", "6163000,0 374000,0"
            })
    void metresOfSweref99TmAreRead(String typed) {
        LonLat position = PositionText.parse(typed).orElseThrow();

        // by PostGIS: ST_Transform(ST_SetSRID(ST_MakePoint(374000, 6163000), 3006), 4326)
        assertThat(position.lonDeg()).isCloseTo(13.0003567, Offset.offset(2e-7));
        assertThat(position.latDeg()).isCloseTo(55.5966165, Offset.offset(2e-7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "55.60",
                "55 13",
                "Storgatan 12.5 13.5",
                "95.5, 95.5",
                "55.60, 190.5",
                "1000000 2000000",
                "1,2,3",
                "55.60 13.03 7.0"
            })
    void otherTextIsNoPosition(String typed) {
        assertThat(PositionText.parse(typed)).isEmpty();
    }

    @Test
    void positionIsWrittenSoThatItIsReadAgain() {
        var position = new LonLat(13.00036, 55.59662);

        assertThat(PositionText.parse(PositionText.write(position))).contains(position);
    }
}
