package se.lykta.walk.network;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.util.CustomModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings of the routing engine: which facts of a way are kept, and what the profiles make of them.
 *
 * <p>Street light and how wheels get along are not among the engine's own facts, so they are added here. Change
 * {@link #VERSION} with anything in this class, and with the name of an enum, which is stored: graphs of another version
 * are built anew.
 *
 * <p>A priority divides what a way costs in the search, not the time it takes: with 0.5 a way is chosen unless another
 * takes twice as long. Only 0 forbids.
 */
final class FootGraph {

    /** Version of the stored form. */
    static final int VERSION = 3;

    /** The engine's foot speed on level ways; steps are slower. */
    static final double ENGINE_SPEED_KMH = 5;

    static final String LIT = "lit";

    private static final String WHEELS = "wheels";

    /** Pieces with fewer edges, such as a path drawn inside a courtyard, are left out; real islands stay. */
    private static final int LEAST_EDGES = 10;

    private static final String ENCODED_VALUES =
            "foot_access, foot_average_speed, foot_priority, foot_road_access, road_class, road_environment, footway, "
                    + LIT + ", " + WHEELS;

    private FootGraph() {}

    /** An engine over a directory, not yet imported or loaded. */
    static GraphHopper engine(Path directory) {
        return new GraphHopper()
                .setGraphHopperLocation(directory.toString())
                .setImportRegistry(registry())
                .setEncodedValuesString(ENCODED_VALUES)
                .setMinNetworkSize(LEAST_EDGES)
                .setProfiles(FootProfile.ALL.stream().map(FootGraph::profile).toList());
    }

    private static Profile profile(FootProfile profile) {
        var model = new CustomModel()
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "foot_average_speed"))
                .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
                .addToPriority(Statement.Else(Statement.Op.MULTIPLY, "foot_priority"))
                .addToPriority(Statement.If("foot_road_access == PRIVATE", Statement.Op.MULTIPLY, "0.1"));
        if (profile.stepFree()) {
            preferFirmGround(model);
        }
        if (profile.preferLit()) {
            preferLight(model);
        }
        return new Profile(profile.key()).setCustomModel(model);
    }

    /** Firm ground is preferred to loose ground if it takes at most five times as long, to rough ground if twice. */
    private static void preferFirmGround(CustomModel model) {
        multiply(model, WHEELS + " == BARRED", "0");
        multiply(model, WHEELS + " == LOOSE", "0.2");
        multiply(model, WHEELS + " == ROUGH", "0.5");
    }

    /**
     * A lit way is preferred to an unlit one if it takes at most twice as long. Where nobody said it is less bad: most
     * untagged streets of a Swedish town are in fact lit, and a town without any such tags keeps its shortest ways.
     */
    private static void preferLight(CustomModel model) {
        multiply(model, LIT + " == NO", "0.5");
        multiply(model, LIT + " == MISSING", "0.8");
    }

    private static void multiply(CustomModel model, String condition, String priority) {
        model.addToPriority(Statement.If(condition, Statement.Op.MULTIPLY, priority));
    }

    private static ImportRegistry registry() {
        var standard = new DefaultImportRegistry();
        return name -> switch (name) {
            case LIT -> fact(LIT, StreetLight.class, way -> StreetLight.ofTag(way.getTag("lit")));
            case WHEELS -> fact(WHEELS, WheelAccess.class, FootGraph::wheels);
            default -> standard.createImportUnit(name);
        };
    }

    private static <E extends Enum<E>> ImportUnit fact(String name, Class<E> values, Function<ReaderWay, E> ofWay) {
        return ImportUnit.create(name, settings -> new EnumEncodedValue<>(name, values), (lookup, settings) -> {
            EnumEncodedValue<E> fact = lookup.getEnumEncodedValue(name, values);
            return (edge, access, way, relations) -> fact.setEnum(false, edge, access, ofWay.apply(way));
        });
    }

    /** A barrier is read as a short way of its own, with the tags of the node. */
    private static WheelAccess wheels(ReaderWay way) {
        WheelAccess onWay = WheelAccess.ofWay(way::getTag);
        if (!way.hasTag("gh:barrier_edge")) {
            return onWay;
        }
        List<Map<String, Object>> nodes = way.getTag("node_tags", List.of());
        Map<String, Object> barrier = nodes.isEmpty() ? Map.of() : nodes.get(0);
        WheelAccess across = WheelAccess.ofBarrier(key -> (String) barrier.get(key));
        return across.compareTo(onWay) > 0 ? across : onWay;
    }
}
