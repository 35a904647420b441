package se.lykta.walk.paper;

/**
 * The colours of what is printed: few, calm, and told apart by lightness, so that a copier in black and white loses nothing.
 */
public enum Tone {
    /** Text. */
    INK(0x1f2428),
    /** Text that matters less. */
    SOFT(0x555d64),
    /** Rules and boxes. */
    RULE(0x9aa1a7),
    /** The walk. */
    ROUTE(0x12395b),
    /** Other groups. */
    OTHER(0x6f7b85),
    /** Behind what has to stand out. */
    PAPER(0xffffff),
    /** Behind the heads of tables. */
    SHADE(0xeef1f3),
    /** Parks, woods, lawns. */
    GREEN(0xe6eedd),
    /** Squares, car parks, platforms. */
    PAVED(0xf0ede6),
    /** Lakes and the sea. */
    WATER(0xcfe0ea),
    /** Shores and streams. */
    SHORE(0x86a7ba),
    /** Houses. */
    HOUSE(0xdcd5ca),
    /** Their walls. */
    WALL(0xa89f93),
    /** Edges of streets. */
    KERB(0xa3a3a3),
    /** Footpaths. */
    PATH(0x7d756b),
    /** Rails and stairs. */
    RAIL(0x5f5f5f),
    /** Street lamps. */
    LAMP(0xf6d77a);

    private final int rgb;

    Tone(int rgb) {
        this.rgb = rgb;
    }

    int red() {
        return rgb >> 16;
    }

    int green() {
        return rgb >> 8 & 0xff;
    }

    int blue() {
        return rgb & 0xff;
    }
}
