package se.lykta.place.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import se.lykta.db.TestDatabase;
import se.lykta.http.ApiException;
import se.lykta.place.Area;
import se.lykta.place.PlaceStore;
import se.lykta.place.area.file.AreaFile;

/** Files as GDAL writes them, which is what QGIS does too. */
class AreaFormatsTest {

    private static final String WITH_HOLE = "[[[24,60],[24.2,60],[24.2,60.2],[24,60.2],[24,60]],"
            + "[[24.05,60.05],[24.05,60.1],[24.1,60.1],[24.1,60.05],[24.05,60.05]]]";
    private static final String ISLANDS =
            "[[[[24.3,60],[24.4,60],[24.4,60.1],[24.3,60]]]," + "[[[24.5,60],[24.6,60],[24.6,60.1],[24.5,60]]]]";
    private static final String SOURCE = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"nr":1,"namn":"Östra Ängå","befolkning":1234},
             "geometry":{"type":"Polygon","coordinates":%s}},
            {"type":"Feature","properties":{"nr":2,"namn":"Öarna","befolkning":null},
             "geometry":{"type":"MultiPolygon","coordinates":%s}}]}""".formatted(WITH_HOLE, ISLANDS);

    private static TestDatabase database;
    private static PlaceStore store;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        store = new PlaceStore(database.database().jdbi());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "a.shp, EPSG:3006", "a.shp, EPSG:3857", "a.shp, EPSG:4326", "a.shp, EPSG:2393", "a.gpkg, EPSG:3006",
        "a.gpkg, EPSG:3857", "a.gpkg, EPSG:4326", "a.gpkg, EPSG:2393", "a.json, EPSG:3006", "a.json, EPSG:4326"
    })
    void fileOfGdalGivesTheAreasInAnySystem(String name, String crs) throws Exception {
        run(written(name, "-t_srs", crs));

        assertAreas();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "CP1252", ""})
    void lettersOfAShapefileAreReadInItsCharacterSet(String encoding) throws Exception {
        run(written("a.shp", "-lco", "ENCODING=" + encoding));

        assertAreas();
    }

    @Test
    void lettersAreGuessedWithoutACharacterSetFile() throws Exception {
        Path file = written("a.shp", "-lco", "ENCODING=ISO-8859-1");
        Files.deleteIfExists(folder.resolve("a.cpg"));

        run(file);

        assertAreas();
    }

    @Test
    void zippedShapefileIsReadToo() throws Exception {
        written("a.shp", "-t_srs", "EPSG:3006");

        run(zip("a.shp", "a.shx", "a.dbf", "a.prj"));

        assertAreas();
    }

    @Test
    void whatIsWrongWithAFileIsSaidAndNothingIsReplaced() throws Exception {
        run(written("good.gpkg"));
        Path metres = written("b.shp", "-t_srs", "EPSG:3006");
        byte[] shp = Files.readAllBytes(metres);
        byte[] dbf = Files.readAllBytes(folder.resolve("b.dbf"));
        byte[] gpkg = Files.readAllBytes(folder.resolve("good.gpkg"));
        List<String> told = new ArrayList<>();

        Files.delete(folder.resolve("b.prj"));
        told.add(refusal(metres) + "| coordinate reference system");
        Files.writeString(folder.resolve("b.prj"), "PROJCS[\"nonsense\"]");
        told.add(refusal(metres) + "| cannot be brought to longitude and latitude");
        Files.writeString(folder.resolve("b.cpg"), "KLINGON");
        told.add(refusal(metres) + "| unknown character set KLINGON");
        Files.delete(folder.resolve("b.cpg"));
        Files.write(folder.resolve("b.dbf"), Arrays.copyOf(dbf, dbf.length / 2));
        told.add(refusal(metres) + "| truncated");
        Files.delete(folder.resolve("b.dbf"));
        told.add(refusal(metres) + "| .dbf file is missing");
        Files.write(folder.resolve("b.dbf"), dbf);
        told.add(refusal(file("b.shp", Arrays.copyOf(shp, shp.length - 40))) + "| truncated");
        told.add(refusal(file("b.shp", broken(shp, 100 + 8 + 36, (byte) 0x7f))) + "| broken in record 1");
        told.add(refusal(file("b.shp", new byte[200])) + "| not a shapefile");
        told.add(refusal(written("p.shp", "-nlt", "POINT", "-dialect", "sqlite", "-sql", POINTS))
                + "| type 1, expected");
        told.add(refusal(written("p.gpkg", "-nlt", "POINT", "-dialect", "sqlite", "-sql", POINTS)) + "| one layer");
        told.add(refusal(file("t.gpkg", Arrays.copyOf(gpkg, 5000))) + "| not a GeoPackage");
        told.add(refusal(zip("b.prj")) + "| .shp file is missing");
        told.add(refusal(file("z.zip", new byte[] {'P', 'K', 3, 4, 0, 0})) + "| ");
        told.add(refusal(written("n.gpkg", "-dialect", "sqlite", "-sql", NO_PEOPLE)) + "| population '-5'");
        told.add(refusal(written("e.gpkg", "-where", "nr > 5")) + "| no area");

        assertThat(told).allSatisfy(line -> {
            String[] sides = line.split("\\| ", -1);
            assertThat(sides[0]).contains(sides[1]);
        });
        assertAreas();
    }

    private static final String POINTS = "SELECT namn, ST_Centroid(geometry) AS geometry FROM source";
    private static final String NO_PEOPLE = "SELECT namn, -5 AS befolkning, geometry FROM source";

    private static byte[] broken(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at + 3] = value;
        return copy;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private String refusal(Path file) {
        List<String> message = new ArrayList<>();
        assertThatThrownBy(() -> run(file)).as(file.toString()).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.code()).isEqualTo("areas-unreadable");
            message.add(String.valueOf(e.getMessage()));
        });
        return message.get(0);
    }

    private static void run(Path file) {
        new AreaImport(database.database().jdbi())
                .run(file, new AreaImport.Options("Ekenäs", ZoneId.of("Europe/Helsinki")));
    }

    /** The source, to a centimetre; systems of other datums to a metre. */
    private void assertAreas() {
        List<Area> areas = store.listAreas();
        assertThat(areas).extracting(Area::name).containsExactly("Öarna", "Östra Ängå");
        assertThat(areas).extracting(Area::population).containsExactly(OptionalInt.empty(), OptionalInt.of(1234));
        Geometry source = new AreaFile(new ArrayList<>())
                .read(SOURCE.getBytes(StandardCharsets.UTF_8))
                .features()
                .get(0)
                .geometry();
        assertThat(DiscreteHausdorffDistance.distance(source, areas.get(1).geometry()))
                .isLessThan(1e-7);
        assertThat(areas.get(1).geometry().getArea()).isBetween(0.0374, 0.0376); // 0.2² less the hole, 0.05²
    }

    private Path written(String name, String... options) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("source.json"), SOURCE);
        String driver = name.endsWith("shp") ? "ESRI Shapefile" : name.endsWith("gpkg") ? "GPKG" : "GeoJSON";
        Path made = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver, made.toString(), source.toString()));
        command.addAll(List.of(options));
        if (driver.equals("GeoJSON")) {
            command.addAll(List.of("-lco", "COORDINATE_PRECISION=9"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return made;
    }

    private Path zip(String... names) throws IOException {
        Path archive = folder.resolve("areas.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry("folder/" + name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
            }
        }
        return archive;
    }
}
