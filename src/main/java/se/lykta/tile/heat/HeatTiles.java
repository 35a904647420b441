package se.lykta.tile.heat;

import se.lykta.geo.TileId;
import se.lykta.index.Filter;
import se.lykta.index.Snapshot;

/** Draws the density of reports as PNG. Pure: the bytes depend on snapshot, filter, tile, scale and look alone. */
public final class HeatTiles {

    private static final byte[] NOTHING = new byte[0];

    private HeatTiles() {}

    /** The scale of a zoom; costs a pass over all reports, so keep it. */
    static HeatScale scale(Snapshot snapshot, Filter filter, int zoom) {
        return HeatScale.of(snapshot, filter, Bandwidth.of(zoom));
    }

    /**
     * A tile.
     *
     * @param scale of the tile's zoom
     * @param pixels on each side
     * @param dark whether for a dark map
     * @return the PNG; empty if nothing is to be seen
     */
    public static byte[] png(Snapshot snapshot, Filter filter, TileId tile, HeatScale scale, int pixels, boolean dark) {
        byte[] colours = colours(snapshot, filter, tile, scale, pixels);
        return colours.length == 0 ? NOTHING : Png.of(colours, pixels, new Ramp(scale.limitsArray()).colours(dark));
    }

    /** The version at which a report that is felt in a tile last changed, or a later one. */
    public static long touchedAt(Snapshot snapshot, TileId tile) {
        Bandwidth bandwidth = Bandwidth.of(tile.zoom());
        return Surface.source(Window.of(tile, bandwidth).grown(Pixels.MARGIN), bandwidth)
                .touchedAt(snapshot);
    }

    /** Numbers of colours of the pixels; empty if all are 0. */
    static byte[] colours(Snapshot snapshot, Filter filter, TileId tile, HeatScale scale, int pixels) {
        float[] densities = densities(snapshot, filter, tile, pixels);
        var ramp = new Ramp(scale.limitsArray());
        byte[] colours = new byte[densities.length];
        boolean empty = true;
        for (int i = 0; i < colours.length; i++) {
            int colour = ramp.index(densities[i]);
            colours[i] = (byte) colour;
            empty &= colour == 0;
        }
        return empty ? NOTHING : colours;
    }

    /** Reports per km² in the middle of each pixel; empty if no report is near. */
    static float[] densities(Snapshot snapshot, Filter filter, TileId tile, int pixels) {
        Bandwidth bandwidth = Bandwidth.of(tile.zoom());
        Window window = Window.of(tile, bandwidth).grown(Pixels.MARGIN);
        Surface surface = Surface.of(snapshot, filter, window, bandwidth);
        return surface.reports() == 0 ? new float[0] : Pixels.of(surface, tile, pixels);
    }
}
