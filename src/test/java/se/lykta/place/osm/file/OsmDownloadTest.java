package se.lykta.place.osm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lykta.http.ApiException;

/** Downloads from a server on this machine. */
class OsmDownloadTest {

    private static final int BYTES = 300_000;
    private static final long SEED = 4;

    @TempDir
    Path directory;

    private MapServer server;
    private Path target;

    @BeforeEach
    void start() {
        byte[] file = new byte[BYTES];
        new Random(SEED).nextBytes(file);
        server = new MapServer(file);
        target = directory.resolve("map");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void wholeFileArrivesAndNothingElseStays() throws IOException {
        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
        assertThat(directory.toFile().list()).containsExactly("map");
    }

    @Test
    void brokenConnectionIsGoneOnWith() throws IOException {
        server.breakAfter = BYTES / 2;

        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
        assertThat(server.requests).containsExactly("/map.osm", "/map.osm bytes=150000-", "/map.osm.md5");
    }

    @Test
    void nextRunGoesOnWhereThisOneEnded() throws IOException {
        server.breakAfter = BYTES / 4;
        assertRefused("osm-url-interrupted", "/map.osm");
        assertThat(target).doesNotExist();
        server.requests.clear();

        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
        assertThat(server.requests.get(0)).isEqualTo("/map.osm bytes=225000-");
    }

    @Test
    void fileThatChangedMeanwhileStartsAnew() throws IOException {
        server.breakAfter = BYTES / 4;
        assertRefused("osm-url-interrupted", "/map.osm");
        server.breakAfter = Integer.MAX_VALUE;
        server.etag = "\"two\"";
        new Random(SEED + 1).nextBytes(server.file);

        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
    }

    @Test
    void finishedPartIsNotFetchedAgain() throws IOException {
        Files.write(directory.resolve("map.part"), server.file);
        Files.writeString(directory.resolve("map.part.validator"), server.etag);

        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
    }

    @Test
    void partWithoutAValidatorStartsAnew() throws IOException {
        Files.write(directory.resolve("map.part"), new byte[1000]);

        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
    }

    @Test
    void checksumOfTheServerIsCompared() throws IOException {
        server.md5 = md5() + "  map.osm\n";
        fetch("/map.osm");
        Files.delete(target);
        server.md5 = "0".repeat(32) + "  map.osm\n";

        assertRefused("osm-url-checksum", "/map.osm");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void tooLargeFileIsRefusedEvenIfItsLengthIsSecret() {
        assertRefused("osm-url-too-large", "/map.osm", BYTES - 1);
        server.chunked = true;
        assertRefused("osm-url-too-large", "/map.osm", BYTES - 1);
    }

    @Test
    void lengthNeedNotBeKnown() throws IOException {
        server.chunked = true;

        fetch("/map.osm");

        assertThat(target).hasBinaryContent(server.file);
    }

    @Test
    void redirectIsFollowed() throws IOException {
        fetch("/moved");

        assertThat(target).hasBinaryContent(server.file);
    }

    @Test
    void serverWithoutTheFileIsRefusedWithItsStatus() {
        assertThatThrownBy(() -> fetch("/none.osm"))
                .hasMessageContaining("404")
                .extracting(e -> ((ApiException) e).code())
                .isEqualTo("osm-url-refused");
    }

    @Test
    void serverThatIsNotThereIsUnreachable() {
        URI nowhere = server.url("/map.osm");
        server.close();

        assertThatThrownBy(() -> download(BYTES).fetch(nowhere, target))
                .extracting(e -> ((ApiException) e).code())
                .isEqualTo("osm-url-unreachable");
    }

    private String md5() throws IOException {
        Path copy = Files.write(directory.resolve("copy"), server.file);
        String md5 = Digests.of("MD5", copy);
        Files.delete(copy);
        return md5;
    }

    private void assertRefused(String code, String path) {
        assertRefused(code, path, BYTES);
    }

    private void assertRefused(String code, String path, long mostBytes) {
        assertThatThrownBy(() -> download(mostBytes).fetch(server.url(path), target))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private void fetch(String path) throws IOException {
        download(BYTES).fetch(server.url(path), target);
    }

    private static OsmDownload download(long mostBytes) {
        return new OsmDownload(new OsmDownload.Limits(mostBytes, Duration.ofSeconds(20)), share -> {});
    }
}
