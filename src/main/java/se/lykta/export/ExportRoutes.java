package se.lykta.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.stream.Stream;
import se.lykta.account.Audiences;
import se.lykta.hotspot.surface.GeoTiff;
import se.lykta.hotspot.surface.Raster;
import se.lykta.http.ApiException;
import se.lykta.http.EntityTags;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.http.StreamedAnswer;
import se.lykta.index.Filters;
import se.lykta.layer.Layer;
import se.lykta.layer.View;

/**
 * {@code GET /export/LAYER.geojson}: a layer as a file, streamed, with the same parameters as on the map; a surface also as
 * {@code .tif}.
 *
 * <p>Paths that begin with {@code /export/walk-} belong to the walks.
 */
public final class ExportRoutes implements Routes {

    private final Exporter exporter;
    private final Audiences audiences;
    private final Filters filters;

    /** The routes of one service. */
    public ExportRoutes(Exporter exporter, Audiences audiences, Filters filters) {
        this.exporter = exporter;
        this.audiences = audiences;
        this.filters = filters;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/export/{layer}.geojson", this::export);
        routes.get("/export/{layer}.tif", this::raster);
    }

    private void export(Context context) throws IOException {
        Layer layer = exporter.layer(context.pathParam("layer"));
        Layer.Contents contents = contents(context, layer);
        if (!isAnswered(context, layer, contents, ".geojson")) {
            context.contentType("application/geo+json");
            StreamedAnswer.send(context, out -> exporter.write(contents, out));
        }
    }

    /** A surface as GeoTIFF, small enough to be made as a whole. */
    private void raster(Context context) throws IOException {
        Layer layer = exporter.layer(context.pathParam("layer"));
        Layer.Contents contents = contents(context, layer);
        Raster raster = contents.raster()
                .orElseThrow(() -> ApiException.notFound(
                        "no-surface", "this layer is no surface, ask for /export/" + layer.id() + ".geojson"));
        if (!isAnswered(context, layer, contents, ".tif")) {
            context.contentType("image/tiff; application=geotiff").result(GeoTiff.of(raster));
        }
    }

    private Layer.Contents contents(Context context, Layer layer) {
        QueryParameters query = QueryParameters.of(context, parameters(layer));
        View view = View.parse(query, filters);
        query.check();
        return layer.contents(view.as(audiences.of(context)));
    }

    private static boolean isAnswered(Context context, Layer layer, Layer.Contents contents, String ending) {
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept-Encoding, Authorization, Cookie");
        if (EntityTags.answeredWeakly(context, layer.id() + ending + "." + contents.version())) {
            return true;
        }
        context.header("Content-Disposition", "attachment; filename=\"lykta-" + layer.id() + ending + "\"");
        return false;
    }

    private static String[] parameters(Layer layer) {
        return Stream.concat(layer.parameters().stream(), Stream.of(Audiences.PARAMETER))
                .toArray(String[]::new);
    }
}
