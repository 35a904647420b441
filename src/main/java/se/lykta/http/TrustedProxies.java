package se.lykta.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word is taken for who calls, by which scheme and by which host ({@code X-Forwarded-For},
 * {@code -Proto}, {@code -Host}).
 *
 * <p>Exists because behind a proxy every call comes from one address, so that a limit for each caller would be one for
 * all, and because anybody can send these headers: they count only on a connection from a proxy, and of the addresses only
 * those that proxies added. The caller is the last address of the list that is no proxy. Immutable, safe for use by many
 * threads.
 */
public final class TrustedProxies implements HttpConfiguration.Customizer {

    /** An IPv4 or IPv6 address: no name, which would be looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private static final String HOST = "[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9a-fA-F:.]+](:[0-9]{1,5})?";

    private final InetAddressSet proxies = new InetAddressSet();

    private TrustedProxies() {}

    /** Nobody is trusted: the caller is whoever holds the connection. */
    public static TrustedProxies none() {
        return new TrustedProxies();
    }

    /**
     * The proxies of a list.
     *
     * @param list addresses, ranges {@code a-b} and blocks {@code a/bits}, between commas
     * @throws IllegalArgumentException if one of them is nothing of the kind
     */
    public static TrustedProxies parse(String list) {
        var trusted = new TrustedProxies();
        for (String one : list.split(",", -1)) {
            trusted.add(one.strip());
        }
        return trusted;
    }

    private void add(String one) {
        try {
            if (one.isEmpty() || !proxies.add(one)) {
                throw new IllegalArgumentException("empty or given twice");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is not an address, a range a-b or a block a/bits".formatted(one), e);
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        return peer instanceof InetSocketAddress address && isProxy(address.getAddress())
                ? new Forwarded(request, address)
                : request;
    }

    private boolean isProxy(@Nullable InetAddress address) {
        return address != null && proxies.test(address);
    }

    /** The last address that is no proxy; of a list of proxies only, or of none, the first. */
    private InetSocketAddress caller(HttpFields headers, InetSocketAddress peer) {
        List<String> hops = new ArrayList<>(headers.getCSV("X-Forwarded-For", false));
        Collections.reverse(hops);
        InetSocketAddress nearest = peer;
        for (String hop : hops) {
            InetAddress address = address(hop);
            if (address == null) {
                return nearest;
            }
            nearest = new InetSocketAddress(address, 0);
            if (!isProxy(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static @Nullable InetAddress address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** A request as the proxy took it. */
    private final class Forwarded extends Request.Wrapper {

        private final ConnectionMetaData connection;
        private final HttpFields headers;
        private final HttpURI uri;

        Forwarded(Request request, InetSocketAddress peer) {
            super(request);
            HttpFields sent = request.getHeaders();
            InetSocketAddress caller = caller(sent, peer);
            boolean secure = "https".equals(lowerCase(sent.get("X-Forwarded-Proto")));
            this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return caller;
                }

                @Override
                public boolean isSecure() {
                    return secure;
                }
            };
            HttpURI.Mutable asked = HttpURI.build(request.getHttpURI()).scheme(secure ? "https" : "http");
            String host = sent.get("X-Forwarded-Host");
            if (host != null && host.matches(HOST)) {
                var authority = new HostPort(host);
                asked.authority(authority.getHost(), authority.getPort());
                sent = HttpFields.build(sent).put(HttpHeader.HOST, host).asImmutable();
            }
            this.headers = sent;
            this.uri = asked.asImmutable();
        }

        private static @Nullable String lowerCase(@Nullable String text) {
            return text == null ? null : text.toLowerCase(Locale.ROOT);
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return connection.isSecure();
        }
    }
}
