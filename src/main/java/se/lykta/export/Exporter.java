package se.lykta.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.layer.Layer;
import se.lykta.layer.Layers;
import se.lykta.layer.View;

/** Writes any layer as a file: for the web and for the command line alike. Safe for use by many threads. */
public final class Exporter {

    private final Layers layers;
    private final Supplier<String> attribution;

    /**
     * An exporter of a catalogue.
     *
     * @param attribution whom to thank for the data, told in every file
     */
    public Exporter(Layers layers, Supplier<String> attribution) {
        this.layers = layers;
        this.attribution = attribution;
    }

    /**
     * Writes a layer as GeoJSON.
     *
     * @param out stays open; after an exception it holds a part that is no complete JSON
     * @return how many features were written
     * @throws ApiException {@code sign-in-required} if the layer is not for the view's audience
     */
    public long write(Layer layer, View view, OutputStream out) throws IOException {
        return write(layer.contents(view), out);
    }

    /**
     * The layer with this id.
     *
     * @throws ApiException {@code unknown-layer}, with the ids of all layers
     */
    public Layer layer(String layerId) {
        return layers.find(layerId)
                .orElseThrow(() -> new ApiException(
                        ApiException.Kind.NOT_FOUND,
                        "unknown-layer",
                        "there is no such layer to export, known are: " + layers.ids(),
                        List.of(new Fault("layer", "known are: " + layers.ids()))));
    }

    long write(Layer.Contents contents, OutputStream out) throws IOException {
        var writer = new GeoJsonWriter(out, attribution.get(), contents.provenance());
        long[] count = {0};
        try {
            contents.forEach(feature -> {
                try {
                    writer.write(feature);
                    count[0]++;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.finish();
        return count[0];
    }
}
