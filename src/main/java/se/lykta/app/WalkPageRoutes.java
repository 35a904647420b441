package se.lykta.app;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.lykta.http.JsonAnswer;
import se.lykta.http.QueryParameters;
import se.lykta.http.Routes;

/**
 * The pages of walk mode at the addresses of walks: that of participants, with what its service worker keeps on the phone, and
 * that of staff.
 *
 * <p>The worker's list of files holds a version made of all their bytes: a browser compares the list at every visit, so a
 * new version of any file brings all files of that version, and a phone never mixes two. Pages are the same
 * for all walks and know none: which walk is shown is told by the address, and the secret stands behind the #, which no
 * browser sends.
 */
final class WalkPageRoutes implements Routes {

    static final String LIST = "/pages/walking-shell.txt";
    private static final String PAGE = "/walking.html";
    private static final String HTML = "text/html; charset=utf-8";

    private final JsonAnswer answer;
    private final byte[] page;
    private final byte[] staffPage;
    private final byte[] shell;

    WalkPageRoutes(JsonAnswer answer) {
        this.answer = answer;
        this.page = read("/web" + PAGE);
        this.staffPage = read("/web/walk-staff.html");
        this.shell = shell(answer, files());
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/vandring", context -> send(context, page, HTML));
        routes.get("/vandring/{id}", context -> send(context, page, HTML));
        routes.get("/samordna/{id}", context -> send(context, staffPage, HTML));
        routes.get("/walking-shell.js", context -> send(context, shell, "text/javascript; charset=utf-8"));
    }

    private void send(Context context, byte[] body, String type) {
        QueryParameters.of(context).check();
        answer.send(context, body, type, JsonAnswer.PUBLIC);
    }

    /** The paths of all files that the page needs. */
    static List<String> files() {
        return new String(read(LIST), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] shell(JsonAnswer answer, List<String> files) {
        var all = new ByteArrayOutputStream();
        files.forEach(file -> all.writeBytes(read("/web" + file)));
        try {
            String json = answer.mapper().writeValueAsString(new Shell(JsonAnswer.tag(all.toByteArray()), PAGE, files));
            return ("self.SHELL = " + json + ";\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = WalkPageRoutes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the worker reads. */
    private record Shell(String version, String page, List<String> files) {}
}
