package se.lykta.hotspot.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lykta.hotspot.cells.Emergence;

/** A hotspot needs eight reports in two years here, so a year with four is a hot one. */
class CourseTest {

    @Test
    void aPlaceWithOneKnownYearHasNoDirection() {
        Course course = new Course(List.of(12), 3, 0);

        assertThat(course.recent()).isEqualTo(12);
        assertThat(course.direction()).isEmpty();
        assertThat(course.emergence(8)).isEmpty();
        assertThat(course.seasonChange()).isEmpty();
    }

    /** Ten after five may well be chance: of fifteen coins ten or more show heads in 15 of 100 throws, both sides 30. */
    @Test
    void smallNumbersMayDoubleByChance() {
        assertThat(new Course(List.of(5, 10), 0, 0).direction()).contains(Course.Direction.LEVEL);
        assertThat(new Course(List.of(50, 100), 0, 0).direction()).contains(Course.Direction.RISING);
        assertThat(new Course(List.of(64, 29), 0, 0).direction()).contains(Course.Direction.FALLING);
    }

    @Test
    void theYearsMakeTheClass() {
        assertThat(emergence(0, 0, 0, 9)).isEqualTo(Emergence.NEW);
        assertThat(emergence(9, 8, 9, 10)).isEqualTo(Emergence.PERSISTENT);
        assertThat(emergence(30, 31, 29, 12)).isEqualTo(Emergence.FADING);
        assertThat(emergence(9, 0, 0, 9)).isEqualTo(Emergence.INTERMITTENT);
        assertThat(emergence(20, 18, 1, 0)).isEqualTo(Emergence.SOLVED);
        assertThat(emergence(3, 3, 3, 3)).isEqualTo(Emergence.NONE);
    }

    private static Emergence emergence(Integer... years) {
        return new Course(List.of(years), 0, 0).emergence(8).orElseThrow();
    }
}
