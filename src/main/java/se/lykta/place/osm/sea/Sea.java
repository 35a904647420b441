package se.lykta.place.osm.sea;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Sea and earth of a shore.
 *
 * <p>OpenStreetMap has no areas of sea, only lines with water on their right. Coast, edge of the cover and box are cut at
 * all crossings; each face between them is sea if the coast around it says so, by the greater length. So pieces may come
 * in any order, lines the wrong way round are outvoted, and islands are holes without further ado. What is not sure stays
 * land.
 *
 * @param ocean polygons that are valid and do not overlap
 * @param earth the rest of the ground, in polygons that do not overlap either
 * @param gaps where the coast is broken
 * @param wrong one place of each line of the coast that has no sea on its right or no land on its left
 */
public record Sea(List<Polygon> ocean, List<Polygon> earth, List<Coordinate> gaps, List<Coordinate> wrong) {

    /** Brings the polygons into one order, in which the same coast is always told, whatever order it came in. */
    public Sea {
        ocean = inOrder(ocean);
        earth = inOrder(earth);
        gaps = List.copyOf(gaps);
        wrong = List.copyOf(wrong);
    }

    private static List<Polygon> inOrder(List<Polygon> polygons) {
        polygons.forEach(Polygon::normalize);
        return polygons.stream().sorted().toList();
    }

    /** The sea of a shore; none if there is no coast, as nobody can tell then. */
    public static Sea of(Shore shore) {
        if (!shore.isOpen()) {
            return none(shore, List.of(), List.of());
        }
        LooseEnds.Mended mended = LooseEnds.of(shore).mend();
        var faces = new Faces(shore, mended.joins());
        List<Coordinate> wrong = faces.judge();
        List<Coordinate> gaps = new ArrayList<>(mended.open());
        mended.joins().forEach(join -> gaps.add(join.midPoint()));
        List<Polygon> ocean = faces.ocean();
        return ocean.isEmpty() ? none(shore, gaps, wrong) : new Sea(ocean, faces.earth(), gaps, wrong);
    }

    private static Sea none(Shore shore, List<Coordinate> gaps, List<Coordinate> wrong) {
        List<Polygon> ground = shore.ground().getArea() > 0
                ? List.of((Polygon) new GeometryFactory().toGeometry(shore.ground()))
                : List.of();
        return new Sea(List.of(), ground, gaps, wrong);
    }
}
