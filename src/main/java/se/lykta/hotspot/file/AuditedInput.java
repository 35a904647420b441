package se.lykta.hotspot.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import se.lykta.hotspot.audit.Audit;
import se.lykta.hotspot.audit.AuditPoints;
import se.lykta.hotspot.audit.Code;

/**
 * The points of a file as the audit looks at them, and without those that it found.
 *
 * <p>Exists so that any method can be run on what is left once default geocodes and the like are excluded. Holds no state.
 */
public final class AuditedInput {

    private static final int SECONDS_PER_MINUTE = 60;

    private AuditedInput() {}

    /**
     * What the audit looks at.
     *
     * @param cause the column of what points are about; else {@code category} if there is one
     * @param reporter the column of who reported; else {@code reporter} if there is one
     */
    static AuditPoints points(Input input, Optional<String> cause, Optional<String> reporter) {
        Points points = input.points();
        AuditPoints audited = auditPoints(points);
        Optional<String> causes = column(points, cause, "category");
        if (causes.isPresent()) {
            audited = audited.withCauses(numbers(points.column(causes.get())));
        }
        Optional<String> reporters = column(points, reporter, "reporter");
        if (reporters.isPresent()) {
            audited = audited.withReporters(numbers(points.column(reporters.get())));
        }
        return input.area().isPresent()
                ? audited.withInside(inside(points, input.area().get()))
                : audited;
    }

    /** The same input without the points of findings of some kinds. */
    public static Input without(Input input, Set<Code> codes) {
        boolean[] isExcluded = new boolean[input.points().size()];
        Audit.findings(points(input, Optional.empty(), Optional.empty())).stream()
                .filter(finding -> codes.contains(finding.code()))
                .flatMapToInt(finding -> IntStream.of(finding.rows()))
                .forEach(row -> isExcluded[row] = true);
        int[] kept = IntStream.range(0, isExcluded.length)
                .filter(row -> !isExcluded[row])
                .toArray();
        return new Input(input.points().select(kept), input.area(), input.crs(), input.backgrounds());
    }

    private static Optional<String> column(Points points, Optional<String> said, String usual) {
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
}
