package se.lykta.index;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import se.lykta.geo.MortonCover;
import se.lykta.place.Area;

/**
 * An area as a filter tests it.
 *
 * @param version changes with the geometry: a 64-bit FNV-1a hash of its well-known binary, in hexadecimal
 * @param cover where it is
 * @param polygons the same in longitude and latitude
 */
record FilterArea(String version, MortonCover cover, Geometry polygons) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static FilterArea of(Area area) {
        return new FilterArea(
                Long.toHexString(hash(area.geometry())), MortonCover.of(area.geometry()), area.geometry());
    }

    /** The hash FNV-1a of Fowler, Noll and Vo with 64 bits. */
    private static long hash(Geometry geometry) {
        long hash = FNV_OFFSET;
        for (byte octet : new WKBWriter().write(geometry)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
