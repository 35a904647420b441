package se.lykta.tile.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.lykta.account.Audience;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/** A clock that goes on by one at every look, so that making a scale takes exactly one. */
final class HeatScalesTest {

    private static final int MAKING = 1;

    private final AtomicLong time = new AtomicLong();
    private final HeatScales scales = new HeatScales(time::getAndIncrement);

    @Test
    void aScaleIsMadeOnceForAVersion() {
        HeatScales.Versioned first = scale(1);

        assertThat(scale(1)).isSameAs(first);
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void theOldScaleServesUntilTwentyTimesAsLongHasPassedAsMakingItTook() {
        HeatScales.Versioned first = scale(1);
        time.set(MAKING + HeatScales.REST * MAKING - 1);

        assertThat(scale(2)).isSameAs(first);
        assertThat(scale(2).version()).isEqualTo(2);
    }

    @Test
    void questionsRestEachForItself() {
        scale(1);

        assertThat(scales.scale(Audience.PUBLIC, Snapshot.empty(2), Filter.counting(), 9)
                        .version())
                .isEqualTo(2);
        assertThat(scales.scale(Audience.STAFF, Snapshot.empty(2), Filter.everything(), 9)
                        .version())
                .isEqualTo(2);
        assertThat(scales.scale(Audience.STAFF, Snapshot.empty(2), Filter.counting(), 8)
                        .version())
                .isEqualTo(2);
    }

    private HeatScales.Versioned scale(long version) {
        return scales.scale(Audience.STAFF, Snapshot.empty(version), Filter.counting(), 9);
    }
}
