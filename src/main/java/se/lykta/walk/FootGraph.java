package se.lykta.walk;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ev.DefaultImportRegistry;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.ImportRegistry;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.util.CustomModel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The settings of the routing engine: which facts of a way are kept, and what the profiles make of them.
 *
 * <p>Street light is not among the engine's own facts, so it is added here. Change {@link #VERSION} with anything in this
 * class: stored graphs of another version are built anew.
 */
final class FootGraph {

    /** Version of the stored form. */
    static final int VERSION = 1;

    /** The engine's foot speed on level ways; steps are slower. */
    static final double ENGINE_SPEED_KMH = 5;

    static final String LIT = "lit";

    /** Pieces with fewer edges, such as a path drawn inside a courtyard, are left out; real islands stay. */
    private static final int LEAST_EDGES = 10;

    private static final String ENCODED_VALUES =
            "foot_access, foot_average_speed, foot_priority, foot_road_access, road_class, surface, " + LIT;

    private FootGraph() {}

    /** An engine over a directory, not yet imported or loaded. */
    static GraphHopper engine(Path directory) {
        return new GraphHopper()
                .setGraphHopperLocation(directory.toString())
                .setImportRegistry(registry())
                .setEncodedValuesString(ENCODED_VALUES)
                .setMinNetworkSize(LEAST_EDGES)
                .setProfiles(Arrays.stream(FootProfile.values())
                        .map(FootGraph::profile)
                        .toList());
    }

    private static Profile profile(FootProfile profile) {
        var model = new CustomModel()
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "foot_average_speed"))
                .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
                .addToPriority(Statement.Else(Statement.Op.MULTIPLY, "foot_priority"))
                .addToPriority(Statement.If("foot_road_access == PRIVATE", Statement.Op.MULTIPLY, "0.1"));
        if (profile == FootProfile.STEP_FREE) {
            model.addToPriority(Statement.If("road_class == STEPS", Statement.Op.MULTIPLY, "0"));
        }
        return new Profile(profile.key()).setCustomModel(model);
    }

    private static ImportRegistry registry() {
        var standard = new DefaultImportRegistry();
        return name -> name.equals(LIT) ? lit() : standard.createImportUnit(name);
    }

    private static ImportUnit lit() {
        return ImportUnit.create(
                LIT, settings -> new EnumEncodedValue<>(LIT, StreetLight.class), (lookup, settings) -> {
                    var lit = lookup.getEnumEncodedValue(LIT, StreetLight.class);
                    return (edge, access, way, relations) ->
                            lit.setEnum(false, edge, access, StreetLight.ofTag(way.getTag("lit")));
                });
    }
}
