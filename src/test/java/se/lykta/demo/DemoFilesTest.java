package se.lykta.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoFilesTest {

    @Test
    void theCommittedFilesAreWhatTheProgramWrites() throws IOException {
        for (Map.Entry<String, String> file : DemoFiles.generate().entrySet()) {
            String committed = Files.readString(Path.of("data/demo", file.getKey()));

            assertThat(committed.equals(file.getValue()))
                    .as("data/demo/%s is stale: mvn -q -Pdemo-data test", file.getKey())
                    .isTrue();
        }
    }
}
