package se.lykta.geo;

/**
 * A box in longitude and latitude, WGS 84, that does not cross the antimeridian; its edges belong to it.
 *
 * @param westDeg least longitude, degrees
 * @param southDeg least latitude, degrees
 * @param eastDeg greatest longitude, degrees, at least {@code westDeg}
 * @param northDeg greatest latitude, degrees, at least {@code southDeg}
 */
public record Bbox(double westDeg, double southDeg, double eastDeg, double northDeg) {

    /** The whole earth. */
    public static final Bbox WORLD = new Bbox(-180, -90, 180, 90);

    /** Refuses boxes that are inside out or not on earth. */
    public Bbox {
        new LonLat(westDeg, southDeg);
        new LonLat(eastDeg, northDeg);
        if (westDeg > eastDeg || southDeg > northDeg) {
            throw new IllegalArgumentException("box is inside out, expected west,south,east,north: %s,%s,%s,%s"
                    .formatted(westDeg, southDeg, eastDeg, northDeg));
        }
    }

    /** Says whether the position lies in the box or on its edge. */
    public boolean contains(double lonDeg, double latDeg) {
        return lonDeg >= westDeg && lonDeg <= eastDeg && latDeg >= southDeg && latDeg <= northDeg;
    }

    /** The middle of the box. */
    public LonLat centre() {
        return new LonLat((westDeg + eastDeg) / 2, (southDeg + northDeg) / 2);
    }
}
