package se.lykta.web;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** Cuts the fixture town into vector tiles with an encoder that is not ours, so that the page's reader is put to a test. */
final class FixtureTiles {

    private static final int EXTENT = 4096;
    private static final int BUFFER = 256;
    private static final int FIRST_ZOOM_OF_SINGLE_REPORTS = 17;
    private static final int CELLS = 4;
    private static final int DEEPEST_SNAP_POINTS = 16;

    private final FixtureTown town = new FixtureTown();
    private final GeometryFactory shapes = new GeometryFactory();

    byte[] base(int zoom, int x, int y) {
        Map<String, List<Geometry>> layers = new TreeMap<>();
        var window = new Envelope(-BUFFER, EXTENT + BUFFER, -BUFFER, EXTENT + BUFFER);
        Geometry box = shapes.toGeometry(window);
        for (FixtureTown.Shape shape : town.shapes()) {
            Geometry inTile = toTile(shape.geometry(), zoom, x, y);
            if (window.intersects(inTile.getEnvelopeInternal())) {
                Geometry cut = inTile.intersection(box);
                cut.setUserData(shape.properties());
                layers.computeIfAbsent(shape.layer(), key -> new ArrayList<>()).add(cut);
            }
        }
        return encode(layers);
    }

    byte[] reports(int zoom, int x, int y) {
        Map<String, List<Coordinate>> cells = new TreeMap<>();
        for (Coordinate report : town.reports()) {
            Coordinate at = toTile(shapes.createPoint(report), zoom, x, y).getCoordinate();
            boolean inside = at.x >= 0 && at.x < EXTENT && at.y >= 0 && at.y < EXTENT;
            if (inside) {
                String cell = zoom >= FIRST_ZOOM_OF_SINGLE_REPORTS
                        ? "single " + cells.size()
                        : (int) (at.x * CELLS / EXTENT) + " " + (int) (at.y * CELLS / EXTENT);
                cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(at);
            }
        }
        List<Geometry> features = new ArrayList<>();
        cells.forEach((cell, members) -> features.add(feature(cell.startsWith("single"), members)));
        return encode(Map.of("reports", features));
    }

    /** A street, a place with two more beside it until all are shown, and the middle of an area. */
    byte[] snapPoints(int zoom, int x, int y) {
        List<Geometry> features = new ArrayList<>();
        for (FixtureTown.SnapPoint snap : FixtureTown.SNAP_POINTS) {
            Geometry at = toTile(shapes.createPoint(snap.at()), zoom, x, y);
            if (new Envelope(0, EXTENT, 0, EXTENT).contains(at.getCoordinate())) {
                Map<String, Object> properties = new LinkedHashMap<>(snap.properties());
                if (snap.isPlace() && zoom < DEEPEST_SNAP_POINTS) {
                    properties.put("stands_for", 3L);
                }
                at.setUserData(properties);
                features.add(at);
            }
        }
        return encode(Map.of("snap-points", features));
    }

    private Geometry feature(boolean single, List<Coordinate> members) {
        double x = members.stream().mapToDouble(c -> c.x).average().orElse(0);
        double y = members.stream().mapToDouble(c -> c.y).average().orElse(0);
        Geometry point = shapes.createPoint(new Coordinate(x, y));
        Map<String, Object> properties = new LinkedHashMap<>();
        if (single || members.size() == 1) {
            properties.put("id", (long) (x * EXTENT + y));
            properties.put("cause", "A11");
            properties.put("causes", "A11,A31");
            properties.put("source", "resident");
            properties.put("state", "published");
            properties.put("date", "2026-05-04");
            properties.put("light", "dark");
        } else {
            properties.put("count", (long) members.size());
            properties.put("cause", members.size() > 20 ? "A11" : "B11");
            properties.put("dark", 64L);
            properties.put("newest", "2026-06-12");
            properties.put("expansionZoom", 17L);
        }
        point.setUserData(properties);
        return point;
    }

    private static byte[] encode(Map<String, List<Geometry>> layers) {
        var tile = new JtsMvt(layers.entrySet().stream()
                .map(entry -> new JtsLayer(entry.getKey(), entry.getValue()))
                .toList());
        return MvtEncoder.encode(tile, MvtLayerParams.DEFAULT, new UserDataKeyValueMapConverter());
    }

    private static Geometry toTile(Geometry lonLat, int zoom, int x, int y) {
        double size = Math.pow(2, zoom);
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence sequence, Geometry parent) {
                CoordinateSequence copy = sequence.copy();
                for (int i = 0; i < copy.size(); i++) {
                    double sin = Math.sin(Math.toRadians(sequence.getY(i)));
                    double mercatorY = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
                    copy.setOrdinate(i, 0, ((sequence.getX(i) / 360 + 0.5) * size - x) * EXTENT);
                    copy.setOrdinate(i, 1, (mercatorY * size - y) * EXTENT);
                }
                return copy;
            }
        }.transform(lonLat);
    }
}
