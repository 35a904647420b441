package se.lykta.walk.protocol;

import java.util.List;
import se.lykta.geo.Bbox;
import se.lykta.place.base.MapShape;

/** Where the ground of printed maps comes from. */
@FunctionalInterface
public interface MapSource {

    /**
     * What is seen in a box, from the ground up; empty without a map.
     *
     * @param leastMetres what is smaller on the ground is not seen
     */
    List<MapShape> list(Bbox box, double leastMetres);
}
