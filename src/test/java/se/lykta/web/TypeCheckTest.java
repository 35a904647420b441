package se.lykta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page has no build, but strict types: the compiler only reads the comments. A missing translation fails here too. */
class TypeCheckTest {

    private static final String LIBRARY = "META-INF/resources/webjars/typescript/5.9.3/lib/";

    @Test
    void thePageHasNoTypeError(@TempDir Path directory) throws IOException, InterruptedException {
        unpackCompiler(directory);

        var result = NodeRun.of(List.of(directory.resolve("tsc.js").toString(), "-p", "src/test/js/tsconfig.json"));

        assertThat(result.status()).as(result.output()).isZero();
    }

    private static void unpackCompiler(Path directory) throws IOException {
        String compiler = String.valueOf(TypeCheckTest.class.getResource("/" + LIBRARY + "tsc.js"));
        Path jar = Path.of(compiler.substring("jar:file:".length(), compiler.indexOf('!')));
        try (InputStream in = Files.newInputStream(jar);
                var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean wanted =
                        name.startsWith(LIBRARY) && name.indexOf('/', LIBRARY.length()) < 0 && !entry.isDirectory();
                if (wanted) {
                    Files.write(directory.resolve(name.substring(LIBRARY.length())), zip.readAllBytes());
                }
            }
        }
    }
}
