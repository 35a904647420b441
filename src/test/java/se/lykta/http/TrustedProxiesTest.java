package se.lykta.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, told by a proxy and by somebody who only says so. The tests' own address is 127.0.0.1. */
class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // proxies           | X-Forwarded-For             | the caller
                "127.0.0.1           | 203.0.113.7                 | 203.0.113.7",
                "127.0.0.1           | 198.51.100.1, 203.0.113.7   | 203.0.113.7", // the first is what the caller
                // claimed
                "127.0.0.1,10.0.0.0/8| 198.51.100.1, 10.1.2.3      | 198.51.100.1",
                "127.0.0.1,10.0.0.0/8| 10.9.9.9, 10.1.2.3          | 10.9.9.9", // nobody but proxies
                "127.0.0.0-127.0.0.9 | 2001:db8::1                 | [2001:db8:0:0:0:0:0:1]",
                "127.0.0.1           | unknown                     | 127.0.0.1",
                "127.0.0.1           | 203.0.113.7, evil.example   | 127.0.0.1", // names are not looked up
                "10.0.0.0/8          | 203.0.113.7                 | 127.0.0.1", // not from a proxy
            })
    void theCallerIsTheLastAddressThatIsNoProxy(String proxies, String forwarded, String caller) {
        assertThat(told(TrustedProxies.parse(proxies), "X-Forwarded-For", forwarded))
                .isEqualTo(caller + " http 127.0.0.1");
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(told(
                        TrustedProxies.parse("127.0.0.1"),
                        "X-Forwarded-For",
                        "198.51.100.1",
                        "X-Forwarded-For",
                        "203.0.113.7"))
                .isEqualTo("203.0.113.7 http 127.0.0.1");
    }

    @Test
    void aProxyTellsSchemeAndHost() {
        assertThat(told(
                        TrustedProxies.parse("127.0.0.1"),
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "trygg.example.se"))
                .isEqualTo("127.0.0.1 https trygg.example.se");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>", "a b", "a/b", "a@b", "[::1"})
    void aHostThatIsNoneIsNotTaken(String host) {
        assertThat(told(TrustedProxies.parse("127.0.0.1"), "X-Forwarded-Host", host))
                .isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @Test
    void withoutProxiesNobodyIsBelieved() {
        assertThat(told(
                        TrustedProxies.none(),
                        "X-Forwarded-For",
                        "203.0.113.7",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "trygg.example.se"))
                .isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.se", "10.0.0.0/33", "10.0.0.9-10.0.0.1", "1.2.3.4.5", "10.0.0.1,,"})
    void whatIsNoAddressIsRefused(String list) {
        assertThatThrownBy(() -> TrustedProxies.parse(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void behindAProxyALimitIsForEachCaller() {
        var limit = new RateLimit(1, Duration.ofHours(1));
        try (var server = new Told(TrustedProxies.parse("127.0.0.1"), limit)) {
            assertThat(server.ask("X-Forwarded-For", "203.0.113.7").statusCode())
                    .isEqualTo(200);
            assertThat(server.ask("X-Forwarded-For", "203.0.113.8").statusCode())
                    .isEqualTo(200);
            assertThat(server.ask("X-Forwarded-For", "203.0.113.7").statusCode())
                    .isEqualTo(500);
        }
    }

    private static String told(TrustedProxies proxies, String... headers) {
        try (var server = new Told(proxies, new RateLimit(1, Duration.ofHours(1)))) {
            return server.ask(headers).body();
        }
    }

    /** A server that tells who calls, by which scheme and host; 500 beyond the limit, as nobody maps the problem here. */
    private static final class Told implements AutoCloseable {

        private final Javalin javalin;

        Told(TrustedProxies proxies, RateLimit limit) {
            javalin = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        config.jetty.modifyHttpConfiguration(http -> http.addCustomizer(proxies));
                        config.routes.get("/", context -> {
                            limit.check(context);
                            String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
                            context.result(context.ip() + " " + context.scheme() + " " + host);
                        });
                    })
                    .start("127.0.0.1", 0);
        }

        HttpResponse<String> ask(String... headers) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + javalin.port()));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            try {
                return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            javalin.stop();
        }
    }
}
