package se.lykta.db;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that holds a cluster until its standard input ends: what tests kill. */
final class ClusterChild {

    private ClusterChild() {}

    /** Starts the cluster of the directory in the first argument and prints a line about it. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (LocalPostgis postgis = LocalPostgis.start(Path.of(args[0]))) {
            DatabaseSettings settings = postgis.settings();
            out.printf("port=%d password=%s%n", settings.port(), settings.password());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (DatabaseException e) {
            out.println("failed=" + e.code());
        }
    }
}
