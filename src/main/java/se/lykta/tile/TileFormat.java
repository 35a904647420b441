package se.lykta.tile;

/**
 * How the tiles of a layer are written.
 *
 * <p>Exists so that one set of routes and one cache serve vector and raster tiles alike.
 */
public enum TileFormat {
    /** Mapbox Vector Tiles 2.1; kept and sent gzipped. */
    MVT("application/vnd.mapbox-vector-tile", "mvt", true),
    /** PNG pictures, compressed in themselves; see {@link Picture}. */
    PNG("image/png", "png", false);

    private final String mediaType;
    private final String suffix;
    private final boolean gzipped;

    TileFormat(String mediaType, String suffix, boolean gzipped) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.gzipped = gzipped;
    }

    /** The media type of an answer. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of the address, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** Says whether bodies are kept gzipped and are sent so to whoever takes it. */
    public boolean isGzipped() {
        return gzipped;
    }

    /** Says whether tiles are pictures: without inner layers, with a size in pixels. */
    public boolean isRaster() {
        return this == PNG;
    }
}
