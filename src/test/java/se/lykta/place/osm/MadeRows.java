package se.lykta.place.osm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import se.lykta.place.NamedPlace;
import se.lykta.place.OsmCounts;
import se.lykta.place.osm.file.OsmReader;

/** What the import makes of a file, without a database. */
final class MadeRows implements OsmRows {

    final List<String> things = new ArrayList<>();
    private final Map<String, Geometry> shapes = new HashMap<>();
    final List<Polygon> ocean = new ArrayList<>();
    final List<Polygon> earth = new ArrayList<>();
    final List<NamedPlace> names = new ArrayList<>();
    final Map<String, Point> addresses = new HashMap<>();
    final Map<Boundary, Geometry> boundaries = new HashMap<>();

    /** Reads a file. */
    OsmCounts read(Path file) {
        return read(new OsmReader(file, String.valueOf(file.getFileName())), Optional.empty());
    }

    /** Reads a file that was cut along an area, or not. */
    OsmCounts read(OsmReader reader, Optional<Geometry> cut) {
        var builder = new OsmBuilder(this, cut);
        reader.read(builder.firstPass(), bytes -> {});
        reader.read(builder.secondPass(), bytes -> {});
        builder.finish();
        return builder.counts();
    }

    /** The geometry of what is drawn so. */
    Geometry shape(String thing) {
        return Objects.requireNonNull(shapes.get(thing), () -> thing + " is not among " + things);
    }

    /** Where an address is. */
    Point door(String address) {
        return Objects.requireNonNull(addresses.get(address), () -> address + " is not among " + addresses);
    }

    @Override
    public void draw(MapThing thing, Map<String, String> tags, Geometry geometry) {
        String text = thing.layer() + "|" + thing.kind() + "|" + thing.detail() + "|" + thing.minZoom();
        things.add(text);
        shapes.put(text, geometry);
    }

    @Override
    public void ground(MapThing thing, Polygon metres) {
        (thing.kind().equals("ocean") ? ocean : earth).add(metres);
    }

    @Override
    public void name(NamedPlace place) {
        names.add(place);
    }

    @Override
    public void address(Address address, Point position) {
        addresses.put(address.street() + " " + address.number() + (address.interpolated() ? "?" : ""), position);
    }

    @Override
    public void boundary(Boundary boundary, Geometry area) {
        boundaries.put(boundary, area);
    }
}
