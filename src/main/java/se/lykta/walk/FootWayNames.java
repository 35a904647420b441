package se.lykta.walk;

import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.Footway;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.Parameters;
import se.lykta.hotspot.words.Name;

/**
 * What a way is called when one tells it to somebody: by its name, its number, or else its kind.
 *
 * <p>Exists because most footways have no name, and "turn left" alone is of little use where three ways meet.
 */
final class FootWayNames {

    private final EnumEncodedValue<RoadClass> kinds;
    private final EnumEncodedValue<RoadEnvironment> surroundings;
    private final EnumEncodedValue<Footway> footways;

    FootWayNames(EncodedValueLookup facts) {
        this.kinds = facts.getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        this.surroundings = facts.getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class);
        this.footways = facts.getEnumEncodedValue(Footway.KEY, Footway.class);
    }

    /** The way that an edge is part of. */
    FootWay of(EdgeIteratorState edge) {
        return new FootWay(name(edge), isSteps(edge));
    }

    private Name name(EdgeIteratorState edge) {
        String name = edge.getName();
        if (!name.isBlank()) {
            return isSteps(edge) ? new Name("trappan " + name, "the steps " + name) : new Name(name, name);
        }
        Object number = edge.getValue(Parameters.Details.STREET_REF);
        if (number instanceof String ref && !ref.isBlank()) {
            return new Name("väg " + ref, "road " + ref);
        }
        return isSteps(edge) || isForVehicles(edge.get(kinds)) ? ofKind(edge.get(kinds)) : ofFootway(edge);
    }

    /** Where one crosses something, that is easier to see than what is underfoot. */
    private Name ofFootway(EdgeIteratorState edge) {
        if (edge.get(surroundings) == RoadEnvironment.TUNNEL) {
            return new Name("gångtunneln", "the underpass");
        }
        if (edge.get(surroundings) == RoadEnvironment.BRIDGE) {
            return new Name("gångbron", "the footbridge");
        }
        return switch (edge.get(footways)) {
            case CROSSING -> new Name("övergångsstället", "the crossing");
            case SIDEWALK -> new Name("trottoaren", "the pavement");
            default -> ofKind(edge.get(kinds));
        };
    }

    private boolean isSteps(EdgeIteratorState edge) {
        return edge.get(kinds) == RoadClass.STEPS;
    }

    private static boolean isForVehicles(RoadClass kind) {
        return switch (kind) {
            case FOOTWAY, PATH, CYCLEWAY, PEDESTRIAN, PLATFORM, CORRIDOR, BRIDLEWAY, OTHER -> false;
            default -> true;
        };
    }

    private static Name ofKind(RoadClass kind) {
        return switch (kind) {
            case STEPS -> new Name("trappan", "the steps");
            case FOOTWAY -> new Name("gångvägen", "the path");
            case PATH -> new Name("stigen", "the path");
            case CYCLEWAY -> new Name("cykelvägen", "the cycleway");
            case PEDESTRIAN -> new Name("gågatan", "the pedestrian street");
            case RESIDENTIAL, LIVING_STREET -> new Name("gatan", "the street");
            case SERVICE -> new Name("infartsvägen", "the access road");
            case TRACK -> new Name("brukningsvägen", "the track");
            case BRIDLEWAY -> new Name("ridvägen", "the bridleway");
            case PLATFORM -> new Name("perrongen", "the platform");
            case CORRIDOR -> new Name("korridoren", "the corridor");
            default -> new Name("vägen", "the road");
        };
    }
}
