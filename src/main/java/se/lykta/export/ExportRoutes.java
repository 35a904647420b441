package se.lykta.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import se.lykta.account.Audiences;
import se.lykta.http.EntityTags;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Filters;
import se.lykta.layer.Layer;
import se.lykta.layer.View;

/**
 * {@code GET /export/LAYER.geojson}: a layer as a file, streamed, with the same parameters as on the map.
 *
 * <p>Paths that begin with {@code /export/walk-} belong to the walks.
 */
public final class ExportRoutes implements Routes {

    private static final int BUFFER_BYTES = 1 << 16;

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
    }

    private void export(Context context) throws IOException {
        Layer layer = exporter.layer(context.pathParam("layer"));
        QueryParameters query = QueryParameters.of(context, parameters(layer));
        View view = View.parse(query, filters);
        query.check();
        Layer.Contents contents = layer.contents(view.as(audiences.of(context)));
        context.header("Cache-Control", "private, no-cache").header("Vary", "Accept-Encoding, Authorization, Cookie");
        if (EntityTags.answeredWeakly(context, layer.id() + ".geojson." + contents.version())) {
            return;
        }
        context.contentType("application/geo+json");
        context.header("Content-Disposition", "attachment; filename=\"lykta-" + layer.id() + ".geojson\"");
        stream(contents, context);
    }

    private static String[] parameters(Layer layer) {
        return Stream.concat(layer.parameters().stream(), Stream.of(Audiences.PARAMETER))
                .toArray(String[]::new);
    }

    /** A failure before the first bytes left is told as a problem; a later one has to break the connection. */
    private void stream(Layer.Contents contents, Context context) throws IOException {
        OutputStream out = new BufferedOutputStream(context.outputStream(), BUFFER_BYTES);
        try {
            exporter.write(contents, out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            if (context.res().isCommitted()) {
                // else the server would end the answer properly and the caller take a part for the whole
                ServletContextRequest.getServletContextRequest(context.req())
                        .getServletChannel()
                        .abort(e);
            } else {
                context.res().setHeader("Content-Disposition", null);
                context.res().setHeader("ETag", null);
            }
            throw e;
        }
    }
}
