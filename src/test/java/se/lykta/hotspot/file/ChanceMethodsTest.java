package se.lykta.hotspot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;

/** Near repeat, scans and audit on files. */
class ChanceMethodsTest {

    @TempDir
    Path directory;

    @Test
    void knoxTellsEachBandWithItsEdges() throws IOException {
        Input input = read("knox", """
                id,x,y,time
                a,0,0,2025-01-01T23:59:00
                b,0,0,2025-01-02T00:01:00
                c,100,0,2025-01-08
                d,5000,0,2025-03-01
                """);

        List<String> lines = csv(
                "knox",
                input,
                Map.of("distances", "0,100,inf", "days", "0,1,7,inf", "same-place", "true", "runs", "9"));

        assertThat(lines.get(0))
                .isEqualTo("distance_from,distance_to,days_from,days_to,observed,expected,ratio,p,ratio_median");
        assertThat(lines).hasSize(10);
        // a and b lie on one place on successive dates, though two minutes apart; c is 7 and 6 days later, 100 m away
        assertThat(lines.stream().skip(1).map(ChanceMethodsTest::firstFive))
                .containsExactly(
                        "0.0,0.0,0,1,0",
                        "0.0,0.0,1,7,1",
                        "0.0,0.0,7,Infinity,0",
                        "0.0,100.0,0,1,0",
                        "0.0,100.0,1,7,0",
                        "0.0,100.0,7,Infinity,0",
                        "100.0,Infinity,0,1,0",
                        "100.0,Infinity,1,7,1",
                        "100.0,Infinity,7,Infinity,4");
    }

    @Test
    void knoxNeedsATimeOfEachPointAndTellsFaultsOfBands() throws IOException {
        Input input = read("some", "x,y,time\n0,0,2025-01-01\n1,1,\n");

        assertRefused("knox", input, Map.of(), "time", "1 of 2 points have no time");
        assertRefused("knox", input, Map.of("distances", "100,50"), "distances, days", "must ascend");
        assertRefused("knox", input, Map.of("days", "0,1.5"), "days", "1.5 is not a whole number of days");
        assertRefused("knox", input, Map.of("same-place", "yes"), "same-place", "true or false");
    }

    @Test
    void scanFindsTheAreaWithTooManyCasesAndDrawsItsCircle() throws IOException {
        Input input = read("areas", """
                id,x,y,cases,population
                west,0,0,2,100
                mid,1000,0,12,100
                next,1200,0,9,100
                east,3000,0,2,100
                far,9000,0,2,100
                """);
        Table table = Methods.run(Methods.get("scan"), input, Map.of("runs", "99"), share -> {});

        assertThat(table.columns()).startsWith("rank", "centre", "radius", "areas", "cases", "expected", "llr", "p");
        assertThat(row(table, 0)).startsWith("1,mid,200.0,2,21.0,10.8,").endsWith(",200.0,mid next");
        Geometry circle = Objects.requireNonNull(table.geometry(0));
        assertThat(circle.getArea()).isBetween(0.99 * Math.PI * 200 * 200, Math.PI * 200 * 200);
        assertThat(table.facts()).containsEntry("areas", 5);
    }

    @Test
    void scanTakesExpectedCasesAndStandardisesStrata() throws IOException {
        // the young have 2 cases in 200 people, the old 20 in 100: each area has what is expected of its people
        Input strata = read("strata", """
                id,x,y,cases,population,age
                a,0,0,1,100,young
                a,0,0,16,80,old
                b,1000,0,1,100,young
                b,1000,0,4,20,old
                """);
        Input expected = read("expected", """
                id,x,y,cases,population,expected
                a,0,0,17,180,17
                b,1000,0,5,120,5
                """);

        assertThat(csv("scan", strata, Map.of("stratum", "age", "runs", "9"))).hasSize(1);
        assertThat(csv("scan", expected, Map.of("runs", "9"))).hasSize(1);
        assertRefused("scan", strata, Map.of(), "id", "two areas have the id a");
    }

    @Test
    void scanTellsWhatItCannotUse() throws IOException {
        Input nobody = read("nobody", "id,x,y,cases,population\na,0,0,3,0\nb,1,0,0,9\n");

        assertRefused("scan", nobody, Map.of(), "areas", "area 0 has 3.0 cases, but population 0");
        Input everybody = read("everybody", "id,x,y,cases,population\na,0,0,3e7,9e7\nb,1,0,0,9\n");
        assertRefused("scan", everybody, Map.of(), "areas", "30000000 cases are more than 10000000");
        assertRefused("scan", nobody, Map.of("max-share", "0.7"), "max-share", "0.5");
        assertRefused("scan", nobody, Map.of("risk", "much"), "risk", "high, low or both");
    }

    @Test
    void faultsOfAllColumnsAreToldAtOnce() throws IOException {
        Input wrong = read("wrong", "id,x,y,cases,population\na,0,0,-1,many\nb,1,0,0x1p3,9\n");
        Input absent = read("absent", "id,x,y,note\na,0,0,-\n");

        assertFaults(
                wrong,
                "'-1' of point a is not a number of at least 0",
                "'0x1p3' of point b is not a number of at least 0",
                "'many' of point a is not a number of at least 0");
        assertFaults(
                absent,
                "the file has no column cases beside id, position and time, but note",
                "the file has no column population beside id, position and time, but note");
    }

    private static void assertFaults(Input input, String... messages) {
        assertThatThrownBy(() -> Methods.run(Methods.get("scan"), input, Map.of(), share -> {}))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::message)
                                .containsExactly(messages));
    }

    @Test
    void spaceTimeScanTellsPlaceAndDates() throws IOException {
        var lines = new StringBuilder("id,x,y,time\n");
        for (int i = 0; i < 60; i++) {
            lines.append(
                    "%d,%d,%d,2025-%02d-%02d%n".formatted(i, 700 * (i % 8), 700 * (i / 8), 1 + i % 12, 1 + i % 28));
        }
        for (int i = 0; i < 5; i++) {
            lines.append("b%d,%d,9000,2025-06-1%d%n".formatted(i, 9000 + i, i));
        }
        Input input = read("cases", lines.toString());

        List<String> found = csv("stscan", input, Map.of("max-radius", "500", "max-days", "7", "runs", "99"));

        assertThat(found.get(0)).isEqualTo("rank,x,y,radius,places,from,to,cases,expected,llr,p");
        assertThat(found.get(1))
                .startsWith("1,9002.0,9000.0,2.0,5,2025-06-10,2025-06-14,5,")
                .endsWith(",0.01");
        assertRefused("stscan", input, Map.of("min-cases", "1"), "min-cases", "2..");
    }

    @Test
    void auditNamesTheDefaultGeocodeFirstAndListsItsPoints() throws IOException {
        var lines = new StringBuilder("id,lon,lat,time,category\n");
        for (int i = 0; i < 300; i++) {
            boolean isDefault = i % 5 == 0;
            lines.append(
                    isDefault
                            ? "%d,18.0686,59.3293,2025-03-01,x%n".formatted(i)
                            : "%d,18.%06d,59.%06d,2025-03-%02d,x%n"
                                    .formatted(i, 10_007 * (i % 90) + i, 1_003 * i + 1, 1 + i % 28));
        }
        lines.append("lost,,,2025-03-09,x\n");
        Input input = read("reports", lines.toString());
        Path area = Files.writeString(
                directory.resolve("area.geojson"),
                "{\"type\":\"Polygon\",\"coordinates\":[[[17,58],[19,58],[19,59.1],[17,59.1],[17,58]]]}");
        Input whole = new Input(input.points(), Optional.of(StudyArea.read(area, input.crs())), input.crs());

        Table table = Methods.run(Methods.get("audit"), whole, Map.of(), share -> {});

        assertThat(table.columns()).containsExactly("code", "severity", "points", "share", "x", "y", "sv", "en");
        assertThat(row(table, 0)).startsWith("default-geocode,serious,60,").contains("lat 59.3293, lon 18.0686");
        assertThat(Objects.requireNonNull(table.geometry(0)).getGeometryType()).isEqualTo("Point");
        List<String> codes = csv("audit", whole, Map.of()).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(codes)
                .contains("out-of-area", "missing-position", "coarse-time")
                .doesNotContain("burst");
        List<String> points = csv("audit", whole, Map.of("points-of", "default-geocode"));
        assertThat(points).hasSize(61).startsWith("id,code", "0,default-geocode", "5,default-geocode");
        assertThat(csv("audit", whole, Map.of("points-of", "missing-position")))
                .containsExactly("id,code", "lost,missing-position");
        assertRefused("audit", whole, Map.of("points-of", "gremlins"), "points-of", "gremlins");
    }

    private Input read(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".csv"), text);
        return new PointsFile(new PointsFile.Options(Optional.of("EPSG:3006"), Map.of(), false, true)).read(file);
    }

    private static List<String> csv(String method, Input input, Map<String, String> given) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new TableFile(Methods.run(Methods.get(method), input, given, share -> {}), MetricCrs.of("EPSG:3006"))
                .write("x.csv", bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String row(Table table, int row) {
        var text = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            text.append(column == 0 ? "" : ",").append(table.value(row, column));
        }
        return text.toString();
    }

    private static String firstFive(String line) {
        return String.join(",", List.of(line.split(",")).subList(0, 5));
    }

    private static void assertRefused(
            String method, Input input, Map<String, String> given, String field, String message) {
        assertThatThrownBy(() -> Methods.run(Methods.get(method), input, given, share -> {}))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.faults()).extracting(Fault::field).contains(field);
                    assertThat(refused.faults()).extracting(Fault::message).anyMatch(text -> text.contains(message));
                });
    }
}
