package se.lykta.place.snap;

import java.util.OptionalInt;
import se.lykta.geo.LonLat;

/**
 * A position that may be shown in public.
 *
 * @param scale where it is used; the same position may serve several scales
 * @param position to a millionth of a degree
 * @param kind what it is
 * @param name of the place, street or area; may be empty
 * @param areaId the area in which it lies and for which it stands; empty: the municipality outside of all areas
 * @param addresses different addresses in its catchment, those of its area that are nearer to it than to any other point
 *     of its scale; at least {@link SnapScale#leastAddresses} unless it is the centre of an area
 */
public record SnapPoint(
        SnapScale scale, LonLat position, SnapKind kind, String name, OptionalInt areaId, int addresses) {}
