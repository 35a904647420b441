package se.lykta.hotspot.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.hotspot.audit.Audit;
import se.lykta.hotspot.audit.Code;
import se.lykta.hotspot.audit.Finding;
import se.lykta.http.QueryParameters;

/** {@code audit}: what is wrong with the points as data, a row for each finding, or the points of one kind of findings. */
final class AuditMethod implements Method {

    private static final GeometryFactory FACTORY = new GeometryFactory();

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
        Optional<String> cause = parameters.find("cause");
        Optional<String> reporter = parameters.find("reporter");
        Optional<Code> code = parameters.find("points-of", Code::of, "the code of a finding");
        parameters.check();
        List<Finding> findings = Audit.findings(AuditedInput.points(input, cause, reporter));
        progress.accept(1);
        ColumnTable table = code.isPresent() ? pointsOf(findings, code.get(), points) : table(findings);
        table.fact("points", points.size());
        table.fact("findings", findings.size());
        return table;
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
