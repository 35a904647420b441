package se.lykta.place.area;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.JsonBody;
import se.lykta.place.area.file.GeoJsonPolygons;

/**
 * An area as somebody drew or changed it: a GeoJSON feature, read strictly and checked as far as it goes without knowing
 * the municipality.
 *
 * @param label name and population; empty to leave both as they are
 * @param shape empty to leave it as it is
 */
record AreaDraft(Optional<Label> label, Optional<Shape> shape) {

    /** The members that the feature may have. */
    static final String[] MEMBERS = {"type", "id", "properties", "geometry"};

    static final int MOST_NAME = 100;
    static final int MOST_POPULATION = 999_999_999;
    static final int MOST_CORNERS = 10_000;

    private static final GeoJsonPolygons POLYGONS = new GeoJsonPolygons(true);

    /**
     * What an area is called, and how many live there.
     *
     * @param population empty if nobody knows
     */
    record Label(String name, OptionalInt population) {}

    /**
     * Where an area is.
     *
     * @param geometry valid polygons in longitude and latitude
     * @param repaired whether the border crossed itself slightly
     */
    record Shape(Geometry geometry, boolean repaired) {}

    /**
     * A new area, which has to have both.
     *
     * @throws ApiException {@code invalid-area} with all faults
     */
    static AreaDraft ofNew(JsonBody feature) {
        AreaDraft draft = parse(feature);
        require(feature, "properties", "missing: an object with the name, and the population if it is known");
        require(feature, "geometry", "missing: a Polygon or MultiPolygon");
        if (feature.has("id")) {
            feature.fault("id", "a new area gets its id here: leave it out");
        }
        feature.check("invalid-area");
        return draft;
    }

    /**
     * A change of an area.
     *
     * @throws ApiException {@code invalid-area} with all faults
     */
    static AreaDraft ofChange(JsonBody feature, int id) {
        AreaDraft draft = parse(feature);
        if (!feature.has("properties") && !feature.has("geometry")) {
            feature.fault("properties", "nothing to change: give properties, geometry or both");
        }
        if (feature.integer("id", id, 0, Integer.MAX_VALUE) != id) {
            feature.fault("id", "this is not area " + id);
        }
        feature.check("invalid-area");
        return draft;
    }

    private static void require(JsonBody feature, String member, String message) {
        if (!feature.has(member)) {
            feature.fault(member, message);
        }
    }

    private static AreaDraft parse(JsonBody feature) {
        if (!feature.text("type").equals(Optional.of("Feature"))) {
            feature.fault("type", "has to be Feature, as GeoJSON says");
        }
        return new AreaDraft(
                feature.object("properties", "name", "population").flatMap(AreaDraft::label),
                feature.read("geometry", AreaDraft::polygons).flatMap(polygons -> shape(feature, polygons)));
    }

    private static Optional<Label> label(JsonBody properties) {
        Optional<String> name = properties.text("name");
        if (name.isEmpty()) {
            properties.fault("name", "missing: what people call the area");
        } else if (name.get().length() > MOST_NAME || name.get().chars().anyMatch(Character::isISOControl)) {
            properties.fault("name", "at most %d characters, on one line".formatted(MOST_NAME));
        }
        int people = properties.integer("population", -1, 0, MOST_POPULATION);
        OptionalInt population = people < 0 ? OptionalInt.empty() : OptionalInt.of(people);
        return name.map(known -> new Label(known, population));
    }

    private static Geometry polygons(JsonNode geometry) {
        Geometry polygons = POLYGONS.read(geometry);
        if (polygons.getNumPoints() > MOST_CORNERS) {
            throw new IllegalArgumentException(
                    "%d corners, allowed are %d".formatted(polygons.getNumPoints(), MOST_CORNERS));
        }
        return polygons;
    }

    private static Optional<Shape> shape(JsonBody feature, Geometry polygons) {
        List<Fault> faults = new ArrayList<>();
        Optional<Geometry> good = PolygonRepair.repaired("geometry", polygons, faults);
        faults.forEach(feature::fault);
        return good.map(geometry -> new Shape(geometry, !geometry.equalsExact(polygons)));
    }
}
