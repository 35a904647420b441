package se.lykta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileIdTest {

    @Test
    void theWorldIsOneTile() {
        var world = new TileId(0, 0, 0);

        assertThat(world.firstMorton()).isZero();
        assertThat(world.endMorton()).isEqualTo(1L << 62);
        assertThat(world.bbox().westDeg()).isEqualTo(-180);
        // the square world ends at arctan(sinh(π))
        assertThat(world.bbox().northDeg()).isCloseTo(85.0511287798066, within(1e-10));
        assertThat(world.bbox().southDeg()).isCloseTo(-85.0511287798066, within(1e-10));
    }

    @Test
    void stockholmIsInTheTileThatOpenStreetMapNames() {
        // 12/2253/1205: (18.0686 + 180) / 360 · 4096 = 2253.58; asinh(tan 59.3293°) / π = 0.4119, (1 - 0.4119) / 2 ·
        // 4096
        var tile = new TileId(12, 2253, 1204);
        long code = Morton.encode(18.0686, 59.3293);

        assertThat(code).isBetween(tile.firstMorton(), tile.endMorton() - 1);
        assertThat(tile.bbox().contains(18.0686, 59.3293)).isTrue();
    }

    @Test
    void fourChildrenFillTheirParentWithoutGap() {
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int zoom = random.nextInt(TileId.MAX_ZOOM);
            var parent = new TileId(zoom, random.nextInt(1 << zoom), random.nextInt(1 << zoom));
            long next = parent.firstMorton();
            for (int child = 0; child < 4; child++) {
                var tile = new TileId(zoom + 1, 2 * parent.x() + child % 2, 2 * parent.y() + child / 2);
                assertThat(tile.firstMorton()).isEqualTo(next);
                next = tile.endMorton();
            }
            assertThat(next).isEqualTo(parent.endMorton());
        }
    }

    @Test
    void aPlaceIsInTheRangeOfATileExactlyIfItIsInItsBox() {
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            int zoom = random.nextInt(12);
            var tile = new TileId(zoom, random.nextInt(1 << zoom), random.nextInt(1 << zoom));
            double lonDeg = 360 * random.nextDouble() - 180;
            double latDeg = 160 * random.nextDouble() - 80;
            long code = Morton.encode(lonDeg, latDeg);

            boolean inRange = code >= tile.firstMorton() && code < tile.endMorton();

            assertThat(inRange).isEqualTo(tile.bbox().contains(lonDeg, latDeg));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0", "23,0,0", "40,0,0", "0,1,0", "0,0,1", "3,-1,0", "3,0,-1", "3,8,0", "3,0,2147483647"})
    void tilesThatDoNotExistAreRefused(int zoom, int x, int y) {
        assertThatThrownBy(() -> new TileId(zoom, x, y)).isInstanceOf(IllegalArgumentException.class);
    }
}
