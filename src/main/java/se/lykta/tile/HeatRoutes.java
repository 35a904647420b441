package se.lykta.tile;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.geo.TileId;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.Filter;
import se.lykta.index.Filters;
import se.lykta.index.Indexes;
import se.lykta.index.Snapshot;
import se.lykta.tile.heat.HeatLegend;
import se.lykta.tile.heat.HeatScales;

/** {@code GET /tiles/heat/legend.json}: what the colours of the heat tiles of a zoom and filter mean. */
public final class HeatRoutes implements Routes {

    private static final String ZOOM = "zoom";
    private static final int USUAL_ZOOM = 13;

    private final Indexes indexes;
    private final HeatScales scales;
    private final Audiences audiences;
    private final Filters filters;
    private final JsonAnswer json;

    /**
     * The routes of one service.
     *
     * @param scales the same as those of the tiles
     */
    public HeatRoutes(Indexes indexes, HeatScales scales, Audiences audiences, Filters filters, JsonAnswer json) {
        this.indexes = indexes;
        this.scales = scales;
        this.audiences = audiences;
        this.filters = filters;
        this.json = json;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/tiles/heat/legend.json", this::legend);
    }

    private void legend(Context context) {
        var parameters = QueryParameters.of(context, Filter.parametersAnd(Audiences.PARAMETER, ZOOM));
        Filter filter = filters.parse(parameters);
        int zoom = parameters.integer(ZOOM, USUAL_ZOOM, 0, TileId.MAX_ZOOM);
        parameters.check();
        Audience audience = audiences.of(context);
        Snapshot snapshot = indexes.snapshot(audience);
        HeatScales.Versioned found = scales.scale(audience, snapshot, filter, zoom);
        var legend = HeatLegend.of(found.scale(), zoom, audience, found.version());
        context.header("Vary", "Accept-Encoding, Authorization, Cookie");
        json.send(context, legend, JsonAnswer.PRIVATE);
    }
}
