package se.lykta.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.account.Audience;
import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.layer.Feature;
import se.lykta.layer.Layer;
import se.lykta.layer.View;

/** Tiles of a big city's worth of points against a search through all of them by the formula of the projection. */
class PointLayerTilesTest {

    private static final int POINTS = 30_000;
    private static final int SAMPLE = 150;
    private static final View STAFF = new View(Audience.STAFF, Filter.counting());

    private final City city = new City(20_261);
    private final PointLayerTileSource source = new PointLayerTileSource(city, Map.of(), new TileCache(1 << 24));

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16})
    void aTileShowsOfEachCellThePointNamedFirstAndTellsHowManyThereAre(int zoom) {
        Map<TileId, Map<String, Integer>> expected = zoom == 16 ? city.everyPoint(zoom) : city.firstOfEachCell(zoom);

        city.someTiles(zoom).forEach(tile -> {
            Map<String, Integer> shown = new HashMap<>();
            for (DecodedTile.Item item : items(tile)) {
                shown.put(item.text("id"), standsFor(item));
                Coordinate units = city.units(item.text("id"), tile);
                assertThat(item.geometry().getCoordinate().x).isEqualTo(Math.floor(units.x));
                assertThat(item.geometry().getCoordinate().y).isEqualTo(Math.floor(units.y));
            }
            assertThat(shown).as("%s of seed %d", tile, city.seed).isEqualTo(expected.get(tile));
        });
    }

    @Test
    void whatIsShownStaysWhenTheMapComesCloser() {
        for (int zoom = 11; zoom < 16; zoom++) {
            for (TileId tile : city.someTiles(zoom)) {
                Set<String> closer = new HashSet<>();
                for (int quarter = 0; quarter < 4; quarter++) {
                    var inside = new TileId(zoom + 1, 2 * tile.x() + (quarter & 1), 2 * tile.y() + (quarter >> 1));
                    closer.addAll(ids(inside));
                }

                assertThat(closer).as("%s of seed %d", tile, city.seed).containsAll(ids(tile));
            }
        }
    }

    @Test
    void tilesBeforeTheFirstZoomAndBehindTheLastAreEmpty() {
        for (int zoom : new int[] {0, 5, 10, 17, 22}) {
            for (TileId tile : city.someTiles(zoom)) {
                assertThat(source.open(STAFF).tile(tile)).isEmpty();
            }
        }
    }

    @Test
    void anotherVersionOfTheLayerIsAnotherTile() {
        TileId tile = city.someTiles(14).get(0);
        TileSource.TileSet before = source.open(STAFF);
        byte[] old = before.tile(tile);
        city.version = "2";
        city.shown = 0;

        assertThat(source.open(STAFF).version(tile)).isNotEqualTo(before.version(tile));
        assertThat(source.open(STAFF).tile(tile)).isEmpty();
        assertThat(before.tile(tile)).isEqualTo(old).isNotEmpty();
    }

    private Set<String> ids(TileId tile) {
        return items(tile).stream().map(item -> item.text("id")).collect(Collectors.toSet());
    }

    private List<DecodedTile.Item> items(TileId tile) {
        byte[] gzipped = source.open(STAFF).tile(tile);
        return gzipped.length == 0
                ? List.of()
                : DecodedTile.of(Gzip.expand(gzipped), "city").items();
    }

    private static int standsFor(DecodedTile.Item item) {
        return item.properties().containsKey("stands_for") ? item.number("stands_for") : 1;
    }

    /** Points that lie close in the middle and far apart outside; each knows where it is on the projected world, 0..1. */
    private static final class City implements Layer {

        private final long seed;
        private final List<Feature> features = new ArrayList<>();
        private final Map<String, Coordinate> world = new HashMap<>();
        private String version = "1";
        private int shown = POINTS;

        City(long seed) {
            this.seed = seed;
            var random = new Random(seed);
            var geometries = new GeometryFactory();
            for (int i = 0; i < POINTS; i++) {
                double lon = 18.05 + 0.06 * random.nextGaussian();
                double lat = 59.33 + 0.03 * random.nextGaussian();
                features.add(new Feature("p" + i, geometries.createPoint(new Coordinate(lon, lat)), Map.of()));
                // EPSG Guidance Note 7-2, section 3.2.1.2
                double y = 0.5 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) / (2 * Math.PI);
                world.put("p" + i, new Coordinate(lon / 360 + 0.5, y));
            }
        }

        /** Tiles around the first points, which are in no order. */
        List<TileId> someTiles(int zoom) {
            return features.stream()
                    .limit(SAMPLE)
                    .map(feature -> tileOf(feature.id(), zoom))
                    .distinct()
                    .toList();
        }

        Map<TileId, Map<String, Integer>> everyPoint(int zoom) {
            Map<TileId, Map<String, Integer>> tiles = new HashMap<>();
            features.forEach(feature -> tiles.computeIfAbsent(tileOf(feature.id(), zoom), tile -> new HashMap<>())
                    .put(feature.id(), 1));
            return tiles;
        }

        Map<TileId, Map<String, Integer>> firstOfEachCell(int zoom) {
            Map<TileId, Map<String, Integer>> tiles = new HashMap<>();
            Map<String, String> firsts = new HashMap<>();
            for (Feature feature : features) {
                Coordinate at = world(feature.id());
                double cells = (zoom < 14 ? 8 : 16) * Math.pow(2, zoom);
                String cell = (long) (at.x * cells) + " " + (long) (at.y * cells);
                String first = firsts.computeIfAbsent(cell, any -> feature.id());
                tiles.computeIfAbsent(tileOf(first, zoom), tile -> new HashMap<>())
                        .merge(first, 1, Integer::sum);
            }
            return tiles;
        }

        Coordinate units(String id, TileId tile) {
            double tiles = Math.pow(2, tile.zoom());
            return new Coordinate((world(id).x * tiles - tile.x()) * 4096, (world(id).y * tiles - tile.y()) * 4096);
        }

        private TileId tileOf(String id, int zoom) {
            double tiles = Math.pow(2, zoom);
            return new TileId(zoom, (int) (world(id).x * tiles), (int) (world(id).y * tiles));
        }

        private Coordinate world(String id) {
            return Objects.requireNonNull(world.get(id));
        }

        @Override
        public String id() {
            return "city";
        }

        @Override
        public String titleSv() {
            return "Stad";
        }

        @Override
        public String titleEn() {
            return "City";
        }

        @Override
        public Contents read(View view) {
            String now = version;
            List<Feature> moment = features.subList(0, shown);
            return new Contents() {

                @Override
                public String version() {
                    return now;
                }

                @Override
                public void forEach(Consumer<Feature> consumer) {
                    moment.forEach(consumer);
                }
            };
        }
    }
}
