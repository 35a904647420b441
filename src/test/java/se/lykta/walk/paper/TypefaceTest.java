package se.lykta.walk.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypefaceTest {

    private final Typeface typeface = new Typeface();

    @Test
    void linesKeepAllWordsAndNeverGetTooWide() {
        var random = new Random(3);
        for (int run = 0; run < 100; run++) {
            String text = IntStream.range(0, 30)
                    .mapToObj(i -> "åäö".repeat(1 + random.nextInt(12)))
                    .collect(Collectors.joining(" "));
            float width = 60 + random.nextInt(200);

            List<String> lines = typeface.wrap(TextStyle.BODY, text, width);

            assertThat(lines).allMatch(line -> typeface.width(TextStyle.BODY, line) <= width);
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
    }

    @Test
    void wordsAreNotBrokenIfTheyFit() {
        float width = typeface.width(TextStyle.BODY, "Bristande belysning");

        assertThat(typeface.wrap(TextStyle.BODY, " Bristande  belysning\nvid ", width))
                .containsExactly("Bristande belysning", "vid");
        assertThat(typeface.wrap(TextStyle.BODY, "", width)).containsExactly("");
    }

    @Test
    void unknownCharactersAreSeenToBeMissing() {
        assertThat(typeface.printable(TextStyle.BODY, "Kafé Ł Ω Я – 🏟 한\tå")).isEqualTo("Kafé Ł Ω Я – ? ? å");
    }
}
