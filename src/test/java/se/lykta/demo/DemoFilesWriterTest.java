package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes {@code data/demo}: {@code mvn -q -Pdemo-data test}. Tagged, so that an ordinary test run writes nothing. */
@Tag("demo-data")
class DemoFilesWriterTest {

    @Test
    void writesTheFilesOfTheDemoMunicipality() throws IOException {
        for (Map.Entry<String, String> file : DemoFiles.generate().entrySet()) {
            Path written = Files.writeString(Path.of("data/demo", file.getKey()), file.getValue());

            assertThat(written).isNotEmptyFile();
        }
    }
}
