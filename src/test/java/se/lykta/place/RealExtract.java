package se.lykta.place;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.LonLat;
import se.lykta.place.area.AreaStore;
import se.lykta.place.osm.OsmImport;

/**
 * A real extract from the shared directory beside the repository, as if its box were a municipality. Its areas are cut
 * through the blocks: one lies upon two others, one reaches over the border, and some of the town is in none.
 */
public enum RealExtract {
    MALMO("malmo-2013", "Malmö", 13.010, 55.591, 13.047, 55.611),
    STOCKHOLM("stockholm-2020", "Stockholm", 18.0602, 59.3343, 18.0807, 59.3422);

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final String file;
    private final String town;
    private final double westDeg;
    private final double southDeg;
    private final double eastDeg;
    private final double northDeg;

    /** The box is what the file holds for certain. */
    RealExtract(String file, String town, double westDeg, double southDeg, double eastDeg, double northDeg) {
        this.file = file;
        this.town = town;
        this.westDeg = westDeg;
        this.southDeg = southDeg;
        this.eastDeg = eastDeg;
        this.northDeg = northDeg;
    }

    /** Where it lies. */
    public Path path() {
        return Path.of("..", "shared", "data", "osm", file + ".osm.pbf");
    }

    /** The place that is so far from the south-western corner, in shares of the box. */
    public LonLat at(double east, double north) {
        return new LonLat(westDeg + east * (eastDeg - westDeg), southDeg + north * (northDeg - southDeg));
    }

    /** Puts town and areas into a database. */
    public void settle(Jdbi jdbi) {
        var municipality = new Municipality(
                town, false, Optional.of(polygon(0, 0, 1, 0, 1, 1, 0, 1)), at(0.5, 0.5), ZoneId.of("Europe/Stockholm"));
        new AreaStore(jdbi)
                .replace(
                        municipality,
                        List.of(
                                area("Mitten", polygon(0.35, 0.3, 0.7, 0.35, 0.6, 0.75, 0.3, 0.6)),
                                area("Norr", polygon(-0.2, 0.5, 1.2, 0.62, 1.2, 1.3, -0.2, 1.3)),
                                area("Söder", polygon(0, 0, 0.6, 0, 0.45, 0.54, 0, 0.51))));
    }

    /** Puts town, areas and map into a database. */
    public void load(Jdbi jdbi, Path keptDirectory) {
        settle(jdbi);
        new OsmImport(jdbi, keptDirectory).run(path(), share -> {});
    }

    private static Area area(String name, Geometry geometry) {
        return new Area(name, geometry);
    }

    private Geometry polygon(double... shares) {
        Coordinate[] corners = new Coordinate[shares.length / 2 + 1];
        for (int i = 0; i < corners.length; i++) {
            int from = 2 * i % shares.length;
            LonLat corner = at(shares[from], shares[from + 1]);
            corners[i] = new Coordinate(corner.lonDeg(), corner.latDeg());
        }
        return FACTORY.createPolygon(corners);
    }
}
