package se.lykta.walk.network;

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
        boolean steps = edge.get(kinds) == RoadClass.STEPS;
        String name = edge.getName();
        if (!name.isBlank()) {
            return new FootWay(
                    steps ? new Name("trappan " + name, "the steps " + name) : new Name(name, name), true, steps);
        }
        Object number = edge.getValue(Parameters.Details.STREET_REF);
        if (number instanceof String ref && !ref.isBlank()) {
            return new FootWay(new Name("väg " + ref, "road " + ref), true, steps);
        }
        return new FootWay(isForFeet(edge.get(kinds)) ? ofFootway(edge) : ofKind(edge.get(kinds)), false, steps);
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

    private static boolean isForFeet(RoadClass kind) {
        return switch (kind) {
            case FOOTWAY, PATH, CYCLEWAY, PEDESTRIAN -> true;
            default -> false;
        };
    }

    private static Name ofKind(RoadClass kind) {
        return switch (kind) {
            case STEPS -> new Name("trappan", "the steps");
            case FOOTWAY, PATH -> new Name("gångvägen", "the path");
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
