package se.lykta.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.geo.LonLat;

class JsonBodyTest {

    @Test
    void nullIsToldFromMissing() {
        JsonBody body = parse("{\"end\": null, \"time\": \"\"}", "end", "time", "date");

        assertThat(body.isNull("end")).isTrue();
        assertThat(body.isNull("time")).isFalse();
        assertThat(body.isNull("date")).isFalse();
    }

    @Test
    void membersAreReadByType() {
        JsonBody body = parse(
                "{\"at\":[15.05,58.95],\"n\":3,\"x\":2.5,\"yes\":true,\"text\":\" Åsa \",\"list\":[\"a\",\"b\"],\"in\":{\"mail\":\"m\"}}",
                "at",
                "n",
                "x",
                "yes",
                "text",
                "list",
                "in");

        assertThat(body.position("at")).contains(new LonLat(15.05, 58.95));
        assertThat(body.integer("n", 0, 0, 9)).isEqualTo(3);
        assertThat(body.number("x", 0, 0, 9)).isEqualTo(2.5);
        assertThat(body.flag("yes", false)).isTrue();
        assertThat(body.text("text")).contains("Åsa");
        assertThat(body.texts("list")).containsExactly("a", "b");
        assertThat(body.object("in", "mail").flatMap(in -> in.text("mail"))).contains("m");
        body.check("invalid");
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPath() {
        JsonBody body = parse(
                "{\"at\":[15],\"n\":3.5,\"x\":99,\"yes\":\"true\",\"list\":[1],\"in\":{\"phone\":1},\"colour\":1}",
                "at",
                "n",
                "x",
                "yes",
                "list",
                "in");
        body.position("at");
        body.integer("n", 0, 0, 9);
        body.number("x", 0, 0, 9);
        body.flag("yes", false);
        body.texts("list");
        body.object("in", "mail");

        ApiException failure = catchThrowableOfType(ApiException.class, () -> body.check("invalid-thing"));

        assertThat(failure.code()).isEqualTo("invalid-thing");
        assertThat(failure.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("at", "n", "x", "yes", "list", "in/phone", "colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "3", "{", "{\"a\":1}}", "{\"a\":1,\"a\":2}", "nul", "{\"a\":NaN}", "\"text\""})
    void whatIsNoObjectIsRefused(String text) {
        ApiException failure = catchThrowableOfType(ApiException.class, () -> parse(text, "a"));

        assertThat(failure.code()).isEqualTo("invalid-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[181,0]", "[0,91]", "[\"15\",58]", "[1,2,3]", "[]", "{\"0\":1,\"1\":2}", "[null,1]"})
    void whatIsNoPositionIsAFault(String position) {
        JsonBody body = parse("{\"at\":" + position + "}", "at");

        assertThat(body.position("at")).isEmpty();
        assertThat(body.faults()).hasSize(1);
    }

    @Test
    void aWrongPositionIsToldAsItWasGiven() {
        JsonBody body = parse("{\"at\":[15.05,95]}", "at");

        body.position("at");

        assertThat(body.faults().get(0).message()).startsWith("[15.05,95] is not a position");
    }

    @Test
    void randomBytesNeverCauseAnythingButAProblem() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = "{\"at\":[15.05,58.95],\"n\":[1,{\"b\":null}],\"text\":\"å\"}".getBytes(UTF_8);
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(isReadOrRefused(bytes)).as("seed %d, round %d", seed, i).isTrue();
        }
    }

    @Test
    void bytesThatAreNoTextAreAProblemToo() {
        for (byte[] bytes : List.of(
                new byte[] {0, 0, (byte) 0xff, (byte) 0xfe},
                new byte[] {0, 0, 0, '{', 0, 0x11, 0, 0},
                new byte[] {0, 0, '{', 0})) {
            assertThat(isReadOrRefused(bytes)).isTrue();
        }
    }

    @Test
    void aFaultTellsOnlyTheBeginningOfAHugeValue() {
        JsonBody body = parse("{\"list\":[" + "[".repeat(900) + "]".repeat(900) + "]}", "list");

        body.texts("list");

        assertThat(body.faults().get(0).message()).isEqualTo("array is not a text");
    }

    private static boolean isReadOrRefused(byte[] bytes) {
        try {
            JsonBody body = JsonBody.parse(bytes, "at", "n", "text");
            body.position("at");
            body.integer("n", 0, 0, 1);
            body.texts("text");
            return true;
        } catch (ApiException e) {
            return List.of("invalid-json").contains(e.code());
        }
    }

    private static JsonBody parse(String text, String... allowed) {
        return JsonBody.parse(text.getBytes(UTF_8), allowed);
    }
}
