package se.lykta.place.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lykta.place.NamedPlace;
import se.lykta.place.Town;
import se.lykta.place.osm.file.OsmReader;

/** The names of the invented town after which positions can be called, as the import makes them, without a database. */
public final class TownNames {

    private TownNames() {}

    /** All of them, in the order of the file. */
    public static List<NamedPlace> read() {
        List<NamedPlace> names = new ArrayList<>();
        var builder = new OsmBuilder(
                new OsmRows() {
                    @Override
                    public void draw(MapThing thing, Map<String, String> tags, Geometry geometry) {
                        // only names are wanted
                    }

                    @Override
                    public void ground(MapThing thing, Polygon metres) {
                        // only names are wanted
                    }

                    @Override
                    public void name(NamedPlace place) {
                        if (place.kind().isSpoken()) {
                            names.add(place);
                        }
                    }

                    @Override
                    public void address(Address address, Point position) {
                        // only names are wanted
                    }

                    @Override
                    public void boundary(Boundary boundary, Geometry area) {
                        // only names are wanted
                    }
                },
                Optional.empty());
        var reader = new OsmReader(Town.file(), "town.osm");
        reader.read(builder.firstPass(), bytes -> {});
        reader.read(builder.secondPass(), bytes -> {});
        builder.finish();
        return names;
    }
}
