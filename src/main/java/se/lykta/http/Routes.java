package se.lykta.http;

import io.javalin.config.RoutesConfig;

/** The web side of one feature: every feature has one, all are registered in one place in {@code app}. */
public interface Routes {

    /** Adds the feature's paths; called once, while the server is made. */
    void register(RoutesConfig routes);
}
