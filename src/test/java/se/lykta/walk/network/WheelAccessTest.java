package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelAccessTest {

    @ParameterizedTest
    @CsvSource({
        "highway=footway, FIRM",
        "highway=footway;surface=asphalt, FIRM",
        "highway=footway;surface=fine_gravel, FIRM",
        "highway=footway;surface=compacted, FIRM",
        "highway=footway;surface=paving_stones:30, FIRM",
        "highway=footway;surface=sett, ROUGH",
        "highway=footway;surface=cobblestone:flattened, ROUGH",
        "highway=track;surface=unpaved, ROUGH",
        "highway=footway;smoothness=bad, ROUGH",
        "highway=footway;wheelchair=limited, ROUGH",
        "highway=path;surface=sand, LOOSE",
        "highway=path;surface=gravel, LOOSE",
        "highway=path;surface=ground;smoothness=bad, LOOSE",
        "highway=path;surface=asphalt;smoothness=horrible, LOOSE",
        "highway=path;surface=gravel;wheelchair=yes, FIRM",
        "highway=path;smoothness=impassable;wheelchair=yes, BARRED",
        "highway=footway;surface=asphalt;wheelchair=no, BARRED",
        "highway=steps, BARRED",
        "highway=steps;wheelchair=yes;ramp=yes, BARRED"
    })
    void tagsOfAWayTellHowWheelsGetAlong(String tags, WheelAccess access) {
        assertThat(WheelAccess.ofWay(map(tags)::get)).isEqualTo(access);
    }

    @ParameterizedTest
    @CsvSource({
        "barrier=bollard, FIRM",
        "barrier=gate, FIRM",
        "barrier=stile, BARRED",
        "barrier=kissing_gate, BARRED",
        "barrier=kissing_gate;wheelchair=yes, FIRM",
        "barrier=gate;wheelchair=no, BARRED"
    })
    void barrierTellsWhetherWheelsGetThrough(String tags, WheelAccess access) {
        assertThat(WheelAccess.ofBarrier(map(tags)::get)).isEqualTo(access);
    }

    private static Map<String, String> map(String tags) {
        return Arrays.stream(tags.split(";"))
                .map(tag -> tag.split("="))
                .collect(Collectors.toMap(tag -> tag[0], tag -> tag[1]));
    }
}
