package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import se.lykta.hotspot.audit.Audit;
import se.lykta.hotspot.audit.AuditPoints;
import se.lykta.hotspot.audit.Code;
import se.lykta.hotspot.audit.Finding;
import se.lykta.http.QueryParameters;

/** {@code audit}: what is wrong with the points as data, a row for each finding, or the points of one kind of findings. */
final class AuditMethod implements Method {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int SECONDS_PER_MINUTE = 60;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String summary() {
        return "what is wrong with the points as data, the worst first: default geocodes, rounded positions, bursts";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("cause", "COLUMN", "category, if there is one", "what points are about, for bursts"),
                new Parameter("reporter", "COLUMN", "reporter, if there is one", "who reported"),
                new Parameter(
                        "points-of", "CODE", "", "list the points of these findings instead, such as default-geocode"));
    }

    @Override
    public boolean takesBadPoints() {
        return true;
    }

    @Override
    public Table run(Input input, QueryParameters parameters, DoubleConsumer progress) {
        Points points = input.points();
        Optional<String> cause = column(points, parameters, "cause", "category");
        Optional<String> reporter = column(points, parameters, "reporter", "reporter");
        Optional<Code> code = parameters.find("points-of", Code::of, "the code of a finding");
        parameters.check();
        AuditPoints audited = auditPoints(points);
        if (cause.isPresent()) {
            audited = audited.withCauses(numbers(points.column(cause.get())));
        }
        if (reporter.isPresent()) {
            audited = audited.withReporters(numbers(points.column(reporter.get())));
        }
        if (input.area().isPresent()) {
            audited = audited.withInside(inside(points, input.area().get()));
        }
        List<Finding> findings = Audit.findings(audited);
        progress.accept(1);
        ColumnTable table = code.isPresent() ? pointsOf(findings, code.get(), points) : table(findings);
        table.fact("points", points.size());
        table.fact("findings", findings.size());
        return table;
    }

    private static Optional<String> column(Points points, QueryParameters parameters, String name, String usual) {
        Optional<String> said = parameters.find(name);
        return said.isPresent() || !points.hasColumn(usual) ? said : Optional.of(usual);
    }

    private static AuditPoints auditPoints(Points points) {
        AuditPoints audited = AuditPoints.of(points.x(), points.y());
        if (points.hasLonLat()) {
            audited = audited.givenAs(points.lon(), points.lat(), AuditPoints.Unit.DEGREES);
        }
        return points.hasTimes() && points.size() > 0
                ? audited.withMinutes(Arrays.stream(points.seconds())
                        .map(second -> second == Points.NO_TIME
                                ? AuditPoints.NO_TIME
                                : Math.floorDiv(second, SECONDS_PER_MINUTE))
                        .toArray())
                : audited;
    }

    /** Numbers for texts, the same for the same; empty ones are nobody. */
    private static int[] numbers(String[] texts) {
        Map<String, Integer> known = new HashMap<>();
        Arrays.stream(texts).distinct().sorted().forEach(text -> known.put(text, known.size()));
        return Arrays.stream(texts)
                .mapToInt(text -> text.isEmpty() ? AuditPoints.NO_REPORTER : known.getOrDefault(text, 0))
                .toArray();
    }

    private static boolean[] inside(Points points, Geometry area) {
        var locator = new IndexedPointInAreaLocator(area);
        boolean[] inside = new boolean[points.size()];
        for (int i = 0; i < inside.length; i++) {
            boolean isPlaced = Double.isFinite(points.x()[i]);
            inside[i] = isPlaced && locator.locate(new Coordinate(points.x()[i], points.y()[i])) != Location.EXTERIOR;
        }
        return inside;
    }

    private static ColumnTable table(List<Finding> findings) {
        return new ColumnTable(findings.size(), row -> place(findings.get(row), AuditMethod::point))
                .column("code", row -> findings.get(row).code().id())
                .column("severity", row -> findings.get(row).severity().name().toLowerCase(Locale.ROOT))
                .column("points", row -> findings.get(row).reports())
                .column("share", row -> findings.get(row).share())
                .column("x", row -> place(findings.get(row), Finding.Place::x))
                .column("y", row -> place(findings.get(row), Finding.Place::y))
                .column("sv", row -> findings.get(row).sentence().sv())
                .column("en", row -> findings.get(row).sentence().en());
    }

    private static <T> @Nullable T place(Finding finding, Function<Finding.Place, T> what) {
        return finding.place().map(what).orElse(null);
    }

    private static Geometry point(Finding.Place place) {
        return FACTORY.createPoint(new Coordinate(place.x(), place.y()));
    }

    private static ColumnTable pointsOf(List<Finding> findings, Code code, Points points) {
        int[] rows = findings.stream()
                .filter(finding -> finding.code() == code)
                .flatMapToInt(finding -> IntStream.of(finding.rows()))
                .sorted()
                .distinct()
                .toArray();
        return new ColumnTable(rows.length, row -> position(points, rows[row]))
                .column("id", row -> points.id(rows[row]))
                .column("code", row -> code.id());
    }

    private static @Nullable Geometry position(Points points, int row) {
        boolean isPlaced = Double.isFinite(points.x()[row]) && Double.isFinite(points.y()[row]);
        return isPlaced ? point(new Finding.Place(points.x()[row], points.y()[row])) : null;
    }
}
