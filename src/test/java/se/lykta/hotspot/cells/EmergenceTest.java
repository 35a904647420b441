package se.lykta.hotspot.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmergenceTest {

    @ParameterizedTest
    @CsvSource({
        "........, NONE",
        ".......X, NEW",
        ".....XXX, NEW",
        "....XXXX, NEW",
        "...XXXXX, PERSISTENT",
        "XXXXXXXX, PERSISTENT",
        "XX.XX.XX, PERSISTENT",
        "X.X.X.XX, INTERMITTENT",
        "X......X, INTERMITTENT",
        "XXXXXXX., FADING",
        "X.X.X.X., FADING",
        "XXXXXX.., SOLVED",
        "XX.X...., SOLVED",
        "XX......, INTERMITTENT",
        "...X...., NONE",
        "......X., NONE",
        ".X, NEW",
        "XX, PERSISTENT",
        "X., SOLVED",
        ".., NONE",
        "X.X, INTERMITTENT",
        "XX.., SOLVED"
    })
    void everyCourseHasAClass(String periods, Emergence expected) {
        assertThat(Emergence.of(hot(periods), false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"XXXXXXXX, FADING", "XX.XX.XX, FADING", ".....XXX, NEW", "X.X.X.XX, INTERMITTENT", "XXXXXX.., SOLVED"})
    void whatIsHotAllTheTimeButFallsIsFading(String periods, Emergence expected) {
        assertThat(Emergence.of(hot(periods), true)).isEqualTo(expected);
    }

    @Test
    void onePeriodHasNoCourse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Emergence.of(new boolean[1], false));
    }

    private static boolean[] hot(String periods) {
        boolean[] hot = new boolean[periods.length()];
        for (int i = 0; i < hot.length; i++) {
            hot[i] = periods.charAt(i) == 'X';
        }
        return hot;
    }
}
