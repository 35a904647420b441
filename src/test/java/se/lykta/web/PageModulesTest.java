package se.lykta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's modules that need no browser, tested in their own language. */
class PageModulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"mvt", "state", "base", "labels", "areas", "walk", "walking"})
    void modulesPassTheirOwnTests(String name) throws IOException, InterruptedException {
        var result = NodeRun.of(List.of("--test", "src/test/js/" + name + ".test.mjs"));

        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("# fail 0").doesNotContain("# pass 0");
    }
}
