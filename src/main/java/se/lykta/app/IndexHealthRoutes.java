package se.lykta.app;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import se.lykta.account.Audience;
import se.lykta.account.Audiences;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;
import se.lykta.index.IndexSync;

/**
 * Compares the index that this process serves from with the database, for staff: {@code GET /health/index}.
 *
 * <p>Exists because only the serving process can tell whether following the changes has kept its index right.
 */
final class IndexHealthRoutes implements Routes {

    static final String PATH = "/health/index";

    private final JsonAnswer answer;
    private final IndexSync sync;
    private final Audiences audiences;

    IndexHealthRoutes(JsonAnswer answer, IndexSync sync, Audiences audiences) {
        this.answer = answer;
        this.sync = sync;
        this.audiences = audiences;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(PATH, this::compare);
    }

    private void compare(Context context) {
        QueryParameters.of(context).check();
        audiences.of(context).require(Audience.STAFF);
        answer.send(context, sync.compare(), "no-store");
    }
}
