package se.lykta.report;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.taxonomy.Taxonomy;

/** Drafts and what takes them in, for tests: a square municipality around 15.0, 56.0 and a clock that stands still. */
public final class Drafts {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    public static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final Taxonomy TAXONOMY = Taxonomy.load();
    public static final Supplier<Optional<Geometry>> SQUARE = square();
    public static final Contact ANNA = new Contact("Anna Ek", "anna.ek@example.org", null);

    private Drafts() {}

    public static Intake intake(Jdbi jdbi) {
        return new Intake(jdbi, TAXONOMY, SQUARE, ZONE, CLOCK, new SecureRandom());
    }

    public static ReportDraft draft() {
        return at(15, 56);
    }

    public static ReportDraft at(double lonDeg, double latDeg) {
        return new ReportDraft(
                new LonLat(lonDeg, latDeg),
                List.of("A11"),
                "2025-12-24T15:00+01:00",
                false,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    public static ReportDraft on(@Nullable String occurredAt, boolean recurring) {
        return new ReportDraft(
                new LonLat(15, 56), List.of("A11"), occurredAt, recurring, null, null, 0, null, null, null);
    }

    public static ReportDraft by(@Nullable Contact contact, @Nullable String reporter, @Nullable String text) {
        return new ReportDraft(
                new LonLat(15, 56),
                List.of("A11", "A31"),
                "2025-12-24",
                false,
                "employee",
                "park",
                3,
                text,
                contact,
                reporter);
    }

    public static ReportDraft because(String... causes) {
        return new ReportDraft(
                new LonLat(15, 56), List.of(causes), "2025-12-24", false, null, null, 0, null, null, null);
    }

    /** 14.5..15.5 east, 55.5..56.5 north. */
    private static Supplier<Optional<Geometry>> square() {
        Geometry area = new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(14.5, 55.5),
            new Coordinate(15.5, 55.5),
            new Coordinate(15.5, 56.5),
            new Coordinate(14.5, 56.5),
            new Coordinate(14.5, 55.5)
        });
        return () -> Optional.of(area);
    }
}
