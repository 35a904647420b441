package se.lykta.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.http.QueryParameters;
import se.lykta.place.Area;
import se.lykta.report.ReportPoint;
import se.lykta.taxonomy.Light;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Severity;
import se.lykta.taxonomy.Source;
import se.lykta.taxonomy.Taxonomy;

/**
 * A random query and, apart from it, the conditions it stands for in plain words, each by itself: the oracle of filters and
 * facets.
 */
final class RandomQuery {

    static final Taxonomy TAXONOMY = Taxonomy.load();
    static final List<Area> AREAS = List.of(
            new Area(3, "Väster", diamond(14.515, 56.265, 0.012)),
            new Area(7, "Öster", diamond(14.540, 56.270, 0.009)),
            new Area(8, "Tomt", new GeometryFactory().createPolygon()));
    static final Filters FILTERS = new Filters(TAXONOMY, RandomReports.ZONE, () -> AREAS);

    /** What a condition of a query is about; a facet leaves its own out. */
    enum Dimension {
        CAUSE,
        CAUSE_ALL,
        SOURCE,
        STATE,
        WINDOW,
        HOURS,
        WEEKDAY,
        LIGHT,
        SEVERITY,
        EXCLUSION,
        AREA,
        BBOX
    }

    private final Random random;
    private final Map<String, List<String>> query = new TreeMap<>();
    private final Map<Dimension, Predicate<ReportPoint>> conditions = new EnumMap<>(Dimension.class);

    /** A query in which each condition stands with the given probability. */
    RandomQuery(Random random, double probability) {
        this.random = random;
        List<Runnable> draws = List.of(
                this::drawCause,
                this::drawCauseAll,
                this::drawSource,
                this::drawWindow,
                this::drawHours,
                this::drawWeekday,
                this::drawLight,
                this::drawSeverity,
                this::drawArea,
                this::drawBox);
        for (Runnable draw : draws) {
            if (random.nextDouble() < probability) {
                draw.run();
            }
        }
        drawState(probability);
        drawExclusion(probability);
    }

    Filter filter() {
        var parameters = QueryParameters.of(query, Filter.parametersAnd());
        Filter filter = FILTERS.parse(parameters);
        parameters.check();
        return filter;
    }

    /** Says whether the point meets all conditions but those on some dimensions. */
    boolean test(ReportPoint point, Set<Dimension> without) {
        return conditions.entrySet().stream()
                .filter(condition -> !without.contains(condition.getKey()))
                .allMatch(condition -> condition.getValue().test(point));
    }

    @Override
    public String toString() {
        return query.toString();
    }

    private void drawCause() {
        put("cause", "B,A11");
        conditions.put(Dimension.CAUSE, p -> hasGroup(p, "B") || hasCause(p, "A11"));
    }

    private void drawCauseAll() {
        if (random.nextBoolean()) {
            put("cause_all", "A,C12");
            conditions.put(Dimension.CAUSE_ALL, p -> hasGroup(p, "A") && hasCause(p, "C12"));
        } else {
            put("cause_all", "A,B");
            conditions.put(Dimension.CAUSE_ALL, p -> hasGroup(p, "A") && hasGroup(p, "B"));
        }
    }

    private void drawSource() {
        put("source", "police,walk");
        conditions.put(Dimension.SOURCE, p -> p.source() == Source.POLICE || p.source() == Source.WALK);
    }

    private void drawState(double probability) {
        if (random.nextDouble() < probability) {
            put("state", "received,duplicate,done");
            Set<ReportState> states = Set.of(ReportState.RECEIVED, ReportState.DUPLICATE, ReportState.DONE);
            conditions.put(Dimension.STATE, p -> states.contains(p.state()));
        } else {
            conditions.put(Dimension.STATE, p -> p.state().counts());
        }
    }

    private void drawExclusion(double probability) {
        if (random.nextDouble() >= probability) {
            conditions.put(Dimension.EXCLUSION, p -> !p.excluded());
        } else if (random.nextBoolean()) {
            put("excluded", "yes");
            conditions.put(Dimension.EXCLUSION, ReportPoint::excluded);
        } else {
            put("excluded", "yes,no");
        }
    }

    private void drawWindow() {
        LocalDate from = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(900));
        LocalDate to = from.plusDays(random.nextInt(300));
        int ends = 1 + random.nextInt(3);
        if (ends != 1) {
            put("from", from.toString());
        }
        if (ends != 2) {
            put("to", to.toString());
        }
        conditions.put(
                Dimension.WINDOW,
                p -> (ends == 1 || !local(p).toLocalDate().isBefore(from))
                        && (ends == 2 || !local(p).toLocalDate().isAfter(to)));
    }

    private void drawHours() {
        int from = random.nextInt(24);
        int length = 1 + random.nextInt(23);
        put("hours", from + "-" + (from + length) % 24);
        Set<Integer> hours = new HashSet<>();
        for (int i = 0; i < length; i++) {
            hours.add((from + i) % 24);
        }
        conditions.put(Dimension.HOURS, p -> isHourKnown(p) && hours.contains(local(p).getHour()));
    }

    private void drawWeekday() {
        put("weekday", "fri,sat,mon");
        Set<String> days = Set.of("fri", "sat", "mon");
        conditions.put(Dimension.WEEKDAY, p -> isHourKnown(p) && days.contains(weekday(p)));
    }

    private void drawLight() {
        boolean dark = random.nextBoolean();
        put("light", dark ? "dark" : "light");
        conditions.put(Dimension.LIGHT, p -> p.light() == (dark ? Light.DARK : Light.LIGHT));
    }

    private void drawSeverity() {
        put("severity", "2,3");
        conditions.put(
                Dimension.SEVERITY, p -> p.severity() == Severity.UNSAFE || p.severity() == Severity.VERY_UNSAFE);
    }

    private void drawArea() {
        List<Area> chosen = AREAS.subList(random.nextInt(2), 2 + random.nextInt(2));
        put("area", chosen.stream().map(area -> Integer.toString(area.id())).collect(Collectors.joining(",")));
        conditions.put(
                Dimension.AREA,
                p -> chosen.stream()
                        .anyMatch(area -> area.geometry()
                                .intersects(
                                        new GeometryFactory().createPoint(new Coordinate(p.lonDeg(), p.latDeg())))));
    }

    private void drawBox() {
        put("bbox", "14.52,56.26,14.54,56.28");
        var box = new Envelope(14.52, 14.54, 56.26, 56.28);
        conditions.put(Dimension.BBOX, p -> box.contains(p.lonDeg(), p.latDeg()));
    }

    private void put(String name, String value) {
        query.put(name, List.of(value));
    }

    static LocalDateTime local(ReportPoint point) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(point.occurredMinute() * 60L), RandomReports.ZONE);
    }

    static boolean isHourKnown(ReportPoint point) {
        return point.hourOfWeek() >= 0;
    }

    static String weekday(ReportPoint point) {
        return local(point)
                .getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toLowerCase(Locale.ROOT);
    }

    static boolean hasGroup(ReportPoint point, String group) {
        return TAXONOMY.causesOf(point.causes()).stream()
                .anyMatch(cause -> cause.group().equals(group));
    }

    static boolean hasCause(ReportPoint point, String code) {
        return TAXONOMY.causesOf(point.causes()).stream()
                .anyMatch(cause -> cause.code().equals(code));
    }

    private static Geometry diamond(double lonDeg, double latDeg, double reachDeg) {
        List<Coordinate> ring = new ArrayList<>();
        for (double[] way : Arrays.asList(
                new double[] {1, 0}, new double[] {0, 0.5}, new double[] {-1, 0}, new double[] {0, -0.5}, new double[] {
                    1, 0
                })) {
            ring.add(new Coordinate(lonDeg + reachDeg * way[0], latDeg + reachDeg * way[1]));
        }
        return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    }
}
