package se.lykta.export;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import se.lykta.layer.Feature;
import se.lykta.layer.Layer;
import se.lykta.layer.View;

/** A layer of so many points in a row, that may break at one of them. */
record SampleLayer(String id, int features, int breaksAt) implements Layer {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    SampleLayer(String id, int features) {
        this(id, features, Integer.MAX_VALUE);
    }

    @Override
    public String titleSv() {
        return "Prov";
    }

    @Override
    public String titleEn() {
        return "Sample";
    }

    @Override
    public Contents read(View view) {
        return new Contents() {

            @Override
            public String version() {
                return view.audience() + "." + view.filter().key();
            }

            @Override
            public void forEach(Consumer<Feature> consumer) {
                IntStream.range(0, features).mapToObj(SampleLayer.this::feature).forEach(consumer);
            }
        };
    }

    private Feature feature(int number) {
        if (number == breaksAt) {
            throw new IllegalStateException("the source broke at " + number);
        }
        var place = GEOMETRIES.createPoint(new Coordinate(14 + number * 1e-5, 56.2));
        return new Feature("s" + number, place, Map.of("number", number));
    }
}
