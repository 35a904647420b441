package se.lykta.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import se.lykta.http.JsonAnswer;
import se.lykta.index.Comparison;

/** Asks the service that runs on the same data directory how its index compares; it leaves its address there. */
final class RunningIndex {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;

    RunningIndex(Settings settings) {
        this.settings = settings;
    }

    /** Where a service leaves its address while it runs. */
    static Path addressFile(Settings settings) {
        return settings.dataDirectory().resolve("address");
    }

    /** What the service says; empty if none runs here. */
    Optional<Comparison> compare() {
        Path file = addressFile(settings);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(Files.readString(file).strip()).resolve(IndexHealthRoutes.PATH);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token())
                    .build();
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(address + " answers " + response.statusCode());
            }
            return Optional.of(new JsonAnswer().mapper().readValue(response.body(), Comparison.class));
        } catch (ConnectException e) {
            return Optional.empty(); // the file of a service that was killed
        } catch (IOException e) {
            throw new UncheckedIOException("the running service cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private String token() throws IOException {
        Path file = new StaffTokenFile(settings.dataDirectory()).path();
        if (settings.staffToken().isPresent()) {
            return settings.staffToken().get().value();
        }
        return Files.exists(file) ? Files.readString(file).strip() : "none";
    }
}
