package se.lykta.walk.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentLinesTest {

    @Test
    void specialCharactersAreEscapedAndControlsAreGone() {
        assertThat(text(new ContentLines().addText("X", "a,b;c\\d\ne\r\nf\tg\u0007h:\"i\"")))
                .isEqualTo("X:a\\,b\\;c\\\\d\\ne\\nf g h:\"i\"\r\n");
    }

    @Test
    void momentsAreInUtc() {
        assertThat(text(new ContentLines().add("DTSTART", Instant.parse("2026-10-14T16:30:00Z"))))
                .isEqualTo("DTSTART:20261014T163000Z\r\n");
    }

    @Test
    void lineOfExactly75OctetsStaysWhole() {
        assertThat(text(new ContentLines().add("X", "a".repeat(73)))).isEqualTo("X:" + "a".repeat(73) + "\r\n");
        assertThat(text(new ContentLines().add("X", "a".repeat(74)))).isEqualTo("X:" + "a".repeat(73) + "\r\n a\r\n");
    }

    @Test
    void foldedLinesAreShortAndWholeCharactersWhateverTheText() throws CharacterCodingException {
        var random = new Random(7);
        String[] alphabet = {"a", "å", "ö", "–", "🏟", "한", " ", "é"};
        for (int run = 0; run < 300; run++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            byte[] bytes =
                    new ContentLines().addText("SUMMARY", text.toString()).bytes();

            String folded = new String(bytes, StandardCharsets.UTF_8);
            for (String line : folded.split("\r\n", -1)) {
                byte[] octets = line.getBytes(StandardCharsets.UTF_8);
                assertThat(octets.length).isLessThanOrEqualTo(75);
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            }
            assertThat(folded).doesNotContain("\uFFFD");
            assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:" + text + "\r\n");
        }
    }

    private static String text(ContentLines lines) {
        return new String(lines.bytes(), StandardCharsets.UTF_8);
    }
}
