package se.lykta.http;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Sends bodies that are too large to be made as a whole.
 *
 * <p>A failure before the first bytes left is told as a problem; a later one breaks the connection, else the server would end
 * the answer properly and the caller take a part for the whole. Holds no state.
 */
public final class StreamedAnswer {

    private static final int BUFFER_BYTES = 1 << 16;

    private StreamedAnswer() {}

    /** Writes a body. */
    @FunctionalInterface
    public interface Body {

        /** Leaves the stream open. */
        void write(OutputStream out) throws IOException;
    }

    /** Sends a body; status and headers have to be set before. */
    public static void send(Context context, Body body) throws IOException {
        OutputStream out = new BufferedOutputStream(context.outputStream(), BUFFER_BYTES);
        try {
            body.write(out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            if (context.res().isCommitted()) {
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
