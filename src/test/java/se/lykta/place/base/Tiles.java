package se.lykta.place.base;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.geo.TileId;
import se.lykta.geo.WebMercator;

/** Base map tiles, decoded by an independent library. */
final class Tiles {

    private Tiles() {}

    /** The tile of a position. */
    static TileId at(int zoom, double lon, double lat) {
        int shift = WebMercator.BITS - zoom;
        return new TileId(zoom, WebMercator.cellX(lon) >> shift, WebMercator.cellY(lat) >> shift);
    }

    static JtsMvt decoded(byte[] gzipped) {
        try {
            return MvtReader.loadMvt(
                    new ByteArrayInputStream(expanded(gzipped)), new GeometryFactory(), new TagKeyValueMapConverter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] expanded(byte[] gzipped) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The features of a layer, none if it is not there; {@link #tags} tells their properties. */
    static List<Geometry> layer(byte[] gzipped, String layer) {
        return Optional.ofNullable(decoded(gzipped).getLayersByName().get(layer))
                .map(JtsLayer::getGeometries)
                .map(List::copyOf)
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked") // the converter puts a map there
    static Map<String, Object> tags(Geometry feature) {
        return (Map<String, Object>) feature.getUserData();
    }
}
