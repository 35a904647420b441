package se.lykta.hotspot.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lykta.hotspot.file.Methods;
import se.lykta.index.Filter;

class QuestionTest {

    @Test
    void noValueCanPassForTwoParameters() {
        assertThat(id(Map.of("levels", "1, shape=hexagon")))
                .isNotEqualTo(id(Map.of("levels", "1", "shape", "hexagon")));
        assertThat(id(Map.of("levels", "1&shape=hexagon"))).isNotEqualTo(id(Map.of("levels", "1", "shape", "hexagon")));
    }

    @Test
    void theOrderOfParametersMeansNothing() {
        assertThat(id(Map.of("cell", "100", "radius", "300"))).isEqualTo(id(Map.of("radius", "300", "cell", "100")));
    }

    private static String id(Map<String, String> parameters) {
        return new Question(Methods.get("kde"), parameters, Filter.counting(), Map.of()).id("1");
    }
}
