package se.lykta.hotspot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit on published crime: see the data's README. */
@Tag("reference")
final class AuditReferenceTest {

    private static final Path DATA = Path.of("..", "shared", "data", "hotspots");

    @Test
    void avonIsSnappedKnownByMonthAndHasNoDefaultGeocode() throws IOException {
        List<Finding> findings = Audit.findings(read("avon_somerset_2023_2024.csv", 304_927));

        assertThat(findings).extracting(Finding::code).doesNotContain(Code.DEFAULT_GEOCODE, Code.LOW_PRECISION);
        Finding snapped = get(findings, Code.SNAPPED);
        assertThat(snapped.sentence().sv()).contains("22 130 koordinater");
        assertThat(snapped.share()).isGreaterThan(0.98);
        assertThat(get(findings, Code.COARSE_TIME).sentence().en()).contains("only the month is known");
        assertThat(get(findings, Code.COARSE_TIME).reports()).isEqualTo(304_927);
    }

    @Test
    void memphisHasThreeDecimals() throws IOException {
        List<Finding> findings = Audit.findings(read("memphis_robberies_2019.csv", 2245));

        assertThat(findings).extracting(Finding::code).containsExactly(Code.LOW_PRECISION);
        assertThat(findings.get(0).reports()).isEqualTo(2245);
        assertThat(findings.get(0).sentence().en()).contains("rounded to 0.001 degrees");
    }

    private static Finding get(List<Finding> findings, Code code) {
        return findings.stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not in " + findings));
    }

    /** Degrees in a local projection; the precision is looked for in what was given. */
    private static AuditPoints read(String file, int size) throws IOException {
        Path path = DATA.resolve(file);
        assertThat(path).as("reference data beside the working directory").exists();
        List<String[]> lines = Files.readAllLines(path).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        assertThat(lines).hasSize(size);
        double[] lon =
                lines.stream().mapToDouble(line -> Double.parseDouble(line[1])).toArray();
        double[] lat =
                lines.stream().mapToDouble(line -> Double.parseDouble(line[2])).toArray();
        double metresPerDegreeOfLon = 111_195 * Math.cos(Math.toRadians(lat[0]));
        double[] x =
                java.util.Arrays.stream(lon).map(v -> v * metresPerDegreeOfLon).toArray();
        double[] y = java.util.Arrays.stream(lat).map(v -> v * 111_195).toArray();
        return AuditPoints.of(x, y)
                .givenAs(lon, lat, AuditPoints.Unit.DEGREES)
                .withMinutes(lines.stream().mapToLong(line -> minute(line[3])).toArray());
    }

    private static long minute(String text) {
        LocalDateTime time = text.length() > 10
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atStartOfDay();
        return time.toEpochSecond(ZoneOffset.UTC) / 60;
    }
}
