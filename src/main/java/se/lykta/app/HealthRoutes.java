package se.lykta.app;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.Routes;

/**
 * What a supervisor asks: {@code /health/live} (the process answers) and {@code /health/ready} (it can serve).
 *
 * <p>Ready means every check holds; one that does not is named.
 */
final class HealthRoutes implements Routes {

    private final Map<String, BooleanSupplier> checks;

    /** The routes; a check must answer within a second or so. */
    HealthRoutes(Map<String, BooleanSupplier> checks) {
        this.checks = new TreeMap<>(checks);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/health/live", HealthRoutes::ok);
        routes.get("/health/ready", context -> {
            List<Fault> faults = checks.entrySet().stream()
                    .filter(check -> !check.getValue().getAsBoolean())
                    .map(check -> new Fault(check.getKey(), check.getKey() + " is not ready"))
                    .toList();
            if (!faults.isEmpty()) {
                throw new ApiException(
                        ApiException.Kind.UNAVAILABLE, "not-ready", "the service cannot answer yet", faults);
            }
            ok(context);
        });
    }

    private static void ok(Context context) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result("{\"status\":\"up\"}");
    }
}
