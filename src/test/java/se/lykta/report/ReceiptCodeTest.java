package se.lykta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Receipt codes as people read and type them. */
class ReceiptCodeTest {

    @Test
    void aCodeIsTwoGroupsOfFiveWithoutLookAlikes() {
        var random = new SecureRandom();
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            String text = ReceiptCode.random(random).text();
            assertThat(text).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
            seen.add(text);
        }

        assertThat(seen).hasSize(10_000);
    }

    @Test
    void typingIsForgiven() {
        assertThat(ReceiptCode.parse("k7qf3m2x9a")).contains(new ReceiptCode("K7QF3-M2X9A"));
        assertThat(ReceiptCode.parse(" K7QF3 M2X9A ")).contains(new ReceiptCode("K7QF3-M2X9A"));
        assertThat(ReceiptCode.parse("OIL00-00000")).contains(new ReceiptCode("01100-00000"));
    }

    @Test
    void whatCanBeNoCodeIsNone() {
        for (String typed :
                new String[] {"", "K7QF3-M2X9", "K7QF3-M2X9AA", "K7QF3-M2X9U", "å".repeat(10), "K7QF3_M2X9A"}) {
            assertThat(ReceiptCode.parse(typed)).as(typed).isEmpty();
        }
    }

    /** sha256("K7QF3-M2X9A") by coreutils. */
    @Test
    void theHashIsSha256OfTheUsualForm() {
        assertThat(HexFormat.of().formatHex(new ReceiptCode("K7QF3-M2X9A").hash()))
                .isEqualTo("ebe9704b5bd8f905401b8c35ec66a3027913c39baaebf2d3411f5018ef163abd");
    }
}
