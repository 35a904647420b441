package se.lykta.cli;

import java.io.IOException;
import java.io.PrintStream;

/** Standard output for results: what can not be written is an error, which a {@link PrintStream} only remembers. */
final class StandardOutput {

    private StandardOutput() {}

    /** Has a result written, all of it or an exception. */
    static void write(Content content) throws IOException {
        content.write(System.out);
        if (System.out.checkError()) {
            throw new IOException("standard output took only a part of it");
        }
    }

    /** Writes a result. */
    interface Content {

        void write(PrintStream out) throws IOException;
    }
}
