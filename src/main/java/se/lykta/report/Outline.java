package se.lykta.report;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The municipality's area as far as reports are concerned; its edge belongs to it. Without an outline it is all the earth.
 *
 * <p>Keeps the area indexed until the supplier gives another one. Safe for use by many threads.
 */
public final class Outline {

    private final Supplier<Optional<Geometry>> supplier;
    private volatile @Nullable Indexed indexed;

    /** The area that a supplier gives; nothing is asked before it is needed. */
    public Outline(Supplier<Optional<Geometry>> supplier) {
        this.supplier = supplier;
    }

    /** The area as it is now, for many places at once: the supplier, which may ask the database, is asked once. */
    public Outline fixed() {
        Optional<Geometry> area = supplier.get();
        return new Outline(() -> area);
    }

    /** Says whether a place lies in the area. */
    @SuppressWarnings("ReferenceEquality") // comparing outlines point by point costs more than indexing one
    public boolean contains(double lonDeg, double latDeg) {
        Geometry area = supplier.get().orElse(null);
        if (area == null) {
            return true;
        }
        Indexed current = indexed;
        if (current == null || current.area() != area) {
            current = new Indexed(area, new IndexedPointInAreaLocator(area));
            indexed = current;
        }
        return current.locator().locate(new Coordinate(lonDeg, latDeg)) != Location.EXTERIOR;
    }

    private record Indexed(Geometry area, IndexedPointInAreaLocator locator) {}
}
