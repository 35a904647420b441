package se.lykta.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedProgressTest {

    @Test
    void theLineTellsHowFarAndOfAboutHowMany() {
        assertThat(LoggedProgress.line(3_400_000, 10_000_000))
                .isEqualTo("read index: 3 400 000 of about 10 000 000 reports");
    }

    @Test
    void withoutStatisticsOrWithOldOnesNoTotalIsTold() {
        assertThat(LoggedProgress.line(12_000, 0)).isEqualTo("read index: 12 000 reports");
        assertThat(LoggedProgress.line(12_000, 11_000)).isEqualTo("read index: 12 000 reports");
    }
}
