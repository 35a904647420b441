package se.lykta.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lykta.geo.TileId;
import se.lykta.taxonomy.Taxonomy;

/** The list of tiles is drawn where the reports are, and the same for everybody. */
class TileListTest {

    private static final int SIZE = 20_000;
    private static final BenchReports REPORTS = new BenchReports(Taxonomy.load(), 3);
    private static final List<TileId> TILES = TileList.draw(REPORTS, SIZE, 500, 11);

    @Test
    void itHasTheWantedLengthAndNoTileTwice() {
        assertThat(TILES).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void everyZoomIsThereAndHighOnesTakeWhatLowOnesLack() {
        IntStream.rangeClosed(0, 16).forEach(zoom -> assertThat(countOf(zoom)).isPositive());
        assertThat(countOf(0)).isEqualTo(1);
        assertThat(countOf(16)).isBetween(30L, 60L);
    }

    @Test
    void everyTileHoldsACountingReport() {
        assertThat(TILES)
                .allMatch(tile -> IntStream.rangeClosed(1, SIZE)
                        .mapToObj(id -> REPORTS.report(id).point())
                        .anyMatch(point -> point.state().counts()
                                && TileList.tileOf(point, tile.zoom()).equals(tile)));
    }

    @Test
    void theSameSeedDrawsTheSameTiles() {
        assertThat(TileList.draw(REPORTS, SIZE, 500, 11)).isEqualTo(TILES);
        assertThat(TileList.draw(REPORTS, SIZE, 500, 12)).isNotEqualTo(TILES);
    }

    private static long countOf(int zoom) {
        return TILES.stream().filter(tile -> tile.zoom() == zoom).count();
    }
}
