package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import se.lykta.geo.TileId;

/** Whole units by shifts against real numbers. */
class TileUnitsTest {

    @Test
    void theUnitOfACellIsTheOneWithItsMiddleAtEveryZoom() {
        var random = new Random(31);
        for (int zoom = 0; zoom <= TileId.MAX_ZOOM; zoom++) {
            for (int i = 0; i < 500; i++) {
                int x = random.nextInt(Integer.MAX_VALUE);
                int y = random.nextInt(Integer.MAX_VALUE);
                int column = x >> (31 - zoom);
                int line = y >> (31 - zoom);
                var units = new TileUnits(new TileId(zoom, column, line));
                double side = Math.pow(2, 31 - zoom);
                assertThat(units.ofCellX(x)).isEqualTo((int) Math.floor((x + 0.5 - column * side) / side * 4096));
                assertThat(units.ofCellY(y)).isEqualTo((int) Math.floor((y + 0.5 - line * side) / side * 4096));
                assertThat(units.ofCellX(x)).isBetween(0, 4095).isEqualTo(units.wholeX(x + 0.5));
            }
        }
    }

    @Test
    void whatLiesWestAndNorthOfTheTileHasNegativeUnits() {
        // tile 1/1/1 begins at cell 2^30; a unit is 2^18 cells there
        var units = new TileUnits(new TileId(1, 1, 1));

        assertThat(units.ofCellX((1 << 30) - 1)).isEqualTo(-1);
        assertThat(units.ofCellY((1 << 30) - (1 << 18) - 1)).isEqualTo(-2);
        assertThat(new TileUnits(new TileId(21, 1, 1)).ofCellX(1023)).isEqualTo(-2);
    }
}
