package se.lykta.app;

import io.javalin.config.RoutesConfig;
import io.javalin.config.StaticFilesConfig;
import io.javalin.http.staticfiles.Location;
import se.lykta.http.Routes;

/** The map page and its files, packed into the program, and the security headers of every answer. */
final class PageRoutes implements Routes {

    /** No inline script or style, nothing from other hosts, no embedding. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "manifest-src 'self'",
            "worker-src 'self'");

    @Override
    public void register(RoutesConfig routes) {
        routes.before(context -> {
            context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            context.header("Vary", "Accept-Encoding"); // the server compresses; routes that vary by more say it all
            context.header("X-Content-Type-Options", "nosniff");
            context.header("Referrer-Policy", "same-origin");
            context.header("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
        });
    }

    /** Adds the page's files; Leaflet is put beside them by the build. */
    static void addFiles(StaticFilesConfig files) {
        files.add(folder -> {
            folder.hostedPath = "/";
            folder.directory = "/web";
            folder.location = Location.CLASSPATH;
            folder.headers.put("Cache-Control", "public, max-age=0, must-revalidate");
        });
    }
}
