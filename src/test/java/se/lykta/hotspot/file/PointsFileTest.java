package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

class PointsFileTest {

    @TempDir
    Path directory;

    @Test
    void metresAreReadAsTheyStand() throws IOException {
        Input input = read("id,x,y,note\na,500000.125,6500000,\"one, two\"\nb,500010,6500020.5,\n");

        assertThat(input.crs().name()).isEqualTo("EPSG:3006");
        assertThat(input.points().x()).containsExactly(500000.125, 500010);
        assertThat(input.points().y()).containsExactly(6500000, 6500020.5);
        assertThat(input.points().id(1)).isEqualTo("b");
        assertThat(input.points().column("note")).containsExactly("one, two", "");
        assertThat(input.points().hasTimes()).isFalse();
    }

    @Test
    void degreesAreProjectedIntoTheSystemThatSuits() throws IOException {
        // the origin of SWEREF 99 TM's central meridian: 15° E is 500 000 m east
        Input sweden = read("lon;lat\n15;59\n15;59,\n".replace(",", ""));
        Input memphis = read("longitude,latitude\n-89.942,35.149\n");

        assertThat(sweden.points().x()).containsExactly(new double[] {500_000, 500_000}, within(1e-6));
        assertThat(memphis.crs().name()).isEqualTo("EPSG:32616");
        assertThat(sweden.points().id(0)).isEqualTo("1");
    }

    @Test
    void timesOfAllUsualKindsAreLocalSeconds() throws IOException {
        String lines = """
                x,y,timestamp
                1,2,2024-03-05
                1,2,2024-03-05T06:07:08
                1,2,2024-03-05 06:07
                1,2,2024-03-05T06:07:08+01:00
                1,2,2024-03-05 06:07:08.5+01
                1,2,2024-03
                1,2,
                """;

        long[] seconds = read(lines).points().seconds();

        assertThat(seconds)
                .containsExactly(
                        at(2024, 3, 5, 0, 0, 0),
                        at(2024, 3, 5, 6, 7, 8),
                        at(2024, 3, 5, 6, 7, 0),
                        at(2024, 3, 5, 6, 7, 8),
                        at(2024, 3, 5, 6, 7, 8),
                        at(2024, 3, 1, 0, 0, 0),
                        Points.NO_TIME);
    }

    @Test
    void badLinesAreToldWithTheirNumbersAndLeftOutOnlyWhenAsked() throws IOException {
        String lines =
                "id,x,y,date\n1,5,6,2024-01-01\n2,,6,2024-01-01\n3,NaN,7,2024-01-01\n\n4,8,9,yesterday\n5,10,11,\n";

        assertThatThrownBy(() -> read(lines)).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.code()).isEqualTo("points-invalid");
            assertThat(refused.faults()).extracting(Fault::field).containsExactly("line 3", "line 4", "line 6");
        });
        var skipping = new PointsFile(new PointsFile.Options(Optional.empty(), Map.of(), true, false));
        Points kept = skipping.read(file(lines)).points();

        assertThat(kept.size()).isEqualTo(2);
        assertThat(kept.id(1)).isEqualTo("5");
        assertThat(skipping.bad()).isEqualTo(3);
    }

    /** Java reads more as a number than anybody else would. */
    @Test
    void numbersAreDecimal() throws IOException {
        assertThat(read("x,y\n-1.5e3,+7.\n.5,0\n").points().x()).containsExactly(-1500, 0.5);
        assertBadLines(
                "x,y\n0x1p3,1\n1d,1\n1,2f\nInfinity,1\n1e999,1\n", "line 2", "line 3", "line 4", "line 5", "line 6");
    }

    /** With decimal commas in a file of commas, 5 would be read as y. */
    @Test
    void aLineOfMoreValuesThanColumnsIsBad() throws IOException {
        assertBadLines("id,x,y\n1,540000,5,6450000,2\n2,3,4,,\n", "line 2");
    }

    @Test
    void allColumnsThatAreNotThereAreToldAtOnce() {
        var named = new PointsFile(
                new PointsFile.Options(Optional.empty(), Map.of("x", "Öst", "y", "Norr", "q", "Nr"), false, false));

        assertThatThrownBy(() -> named.read(file("Nr,e,n\n1,2,3\n")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::message)
                                .containsExactly(
                                        "'q' is none of id, lat, lon, time, x, y",
                                        "the file has no column Öst, but: Nr, e, n",
                                        "the file has no column Norr, but: Nr, e, n"));
    }

    private void assertBadLines(String lines, String... bad) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::field)
                                .containsExactly(bad));
    }

    @Test
    void badPointsAreHandedOverToAMethodThatTakesThem() throws IOException {
        var keeping = new PointsFile(new PointsFile.Options(Optional.empty(), Map.of(), false, true));

        Points points = keeping.read(file("x,y\n1,2\n,\n")).points();

        assertThat(points.size()).isEqualTo(2);
        assertThat(Arrays.stream(points.x()).filter(Double::isNaN).count()).isEqualTo(1);
    }

    @Test
    void columnsCanBeNamed() throws IOException {
        var named = new PointsFile(new PointsFile.Options(
                Optional.of("EPSG:3006"), Map.of("x", "Öst", "y", "Norr", "id", "Nr"), false, false));

        Points points = named.read(file("Nr;Öst;Norr\n7;1;2\n")).points();

        assertThat(points.id(0)).isEqualTo("7");
        assertThat(points.y()).containsExactly(2);
    }

    @Test
    void ofNamesThatDifferInTheirCaseOneCanBeChosenAndWithoutNameThereMayBeSeveral() throws IOException {
        var named = new PointsFile(new PointsFile.Options(Optional.of("EPSG:3006"), Map.of("x", "X"), false, false));

        assertThat(named.read(file("x,y,X,,\n1,2,3,4,5\n")).points().x()).containsExactly(3);
    }

    @Test
    void whatCanNotBeReadIsRefusedWithACode() {
        assertRefused("columns-missing", "a,b\n1,2\n", Optional.empty());
        assertRefused("columns-ambiguous", "x,y,y\n1,2,3\n", Optional.empty());
        assertRefused("columns-ambiguous", "x,y,X\n1,2,3\n", Optional.empty());
        assertRefused("columns-ambiguous", "x,y,weight, weight\n1,2,3,4\n", Optional.empty());
        assertRefused("crs-invalid", "x,y\n1,2\n", Optional.of("EPSG:4326"));
        assertRefused("crs-invalid", "x,y\n1,2\n", Optional.of("sweref"));
        assertRefused("empty-file", "", Optional.empty());
        assertRefused("points-invalid", "lon,lat\n15,95\n", Optional.of("EPSG:3006"));
    }

    @Test
    void aFileWithoutPointsHasNone() throws IOException {
        assertThat(read("x,y\n").points().size()).isZero();
    }

    private void assertRefused(String code, String lines, Optional<String> crs) {
        var file = new PointsFile(new PointsFile.Options(crs, Map.of(), false, false));
        assertThatThrownBy(() -> file.read(file(lines)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Input read(String lines) throws IOException {
        return new PointsFile(new PointsFile.Options(Optional.empty(), Map.of(), false, false)).read(file(lines));
    }

    private Path file(String lines) throws IOException {
        return Files.write(directory.resolve("points.csv"), lines.getBytes(StandardCharsets.UTF_8));
    }

    private static long at(int year, int month, int day, int hour, int minute, int second) {
        return LocalDateTime.of(year, month, day, hour, minute, second).toEpochSecond(ZoneOffset.UTC);
    }
}
