package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

    private static final Path DATA = Path.of("data");

    @Test
    void everyDataFileIsListedWithItsChecksum() throws IOException, NoSuchAlgorithmException {
        String readme = Files.readString(DATA.resolve("README.md"));

        for (Path file : dataFiles()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            String name = DATA.relativize(file).toString();

            assertThat(readme.lines().filter(line -> line.startsWith("| `" + name + "`")))
                    .as(name)
                    .hasSize(1)
                    .allMatch(line -> line.contains(HexFormat.of().formatHex(digest)));
        }
    }

    private static List<Path> dataFiles() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("README.md"))
                    .toList();
        }
    }
}
