package se.lykta.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Asks one server as fast as it answers, over so many kept connections, one request at a time each.
 *
 * <p>Requests are bytes made beforehand and answers are looked at for status and length only, so that the client takes as
 * little as it can of the processors that it shares with the server.
 */
final class HttpLoad implements AutoCloseable {

    private final int port;
    private final int connections;
    private final ExecutorService threads;

    HttpLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(connections);
    }

    /** What was seen: how long all took together and each by itself. Immutable. */
    static final class Seen {

        private final double seconds;
        private final double[] millis;

        Seen(double seconds, double[] millis) {
            this.seconds = seconds;
            this.millis = millis.clone();
        }

        double perSecond() {
            return millis.length / seconds;
        }

        DoubleStream millis() {
            return Arrays.stream(millis);
        }
    }

    /**
     * Sends so many requests.
     *
     * @param request makes the bytes of the i-th
     * @param status that every answer must have
     */
    Seen send(int requests, IntFunction<byte[]> request, int status) throws Exception {
        int each = requests / connections;
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            int first = connection * each;
            tasks.add(() -> run(first, each, request, status));
        }
        long start = System.nanoTime();
        double[] millis = new double[each * connections];
        int at = 0;
        for (Future<double[]> done : threads.invokeAll(tasks)) {
            double[] part = done.get();
            System.arraycopy(part, 0, millis, at, part.length);
            at += part.length;
        }
        return new Seen((System.nanoTime() - start) / 1e9, millis);
    }

    /** One answer as text, head and body. */
    String ask(byte[] request) throws IOException {
        try (SocketChannel channel = connect()) {
            var answer = new Answer();
            answer.read(channel, request);
            return new String(answer.buffer.array(), 0, answer.buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }

    static byte[] get(String path, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n" + lines
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private double[] run(int first, int count, IntFunction<byte[]> request, int status) throws IOException {
        double[] millis = new double[count];
        try (SocketChannel channel = connect()) {
            var answer = new Answer();
            for (int i = 0; i < count; i++) {
                byte[] bytes = request.apply(first + i);
                long start = System.nanoTime();
                int got = answer.read(channel, bytes);
                millis[i] = (System.nanoTime() - start) / 1e6;
                if (got != status) {
                    throw new IllegalStateException(
                            got + " instead of " + status + " for " + new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return millis;
    }

    private SocketChannel connect() throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.socket().setTcpNoDelay(true);
        return channel;
    }

    /** Reads answers, one after the other. */
    private static final class Answer {

        private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

        private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        private static final int CHUNKS = -1;

        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20);

        int read(SocketChannel channel, byte[] request) throws IOException {
            channel.write(ByteBuffer.wrap(request));
            buffer.clear();
            int head = -1;
            int length = 0;
            while (head < 0 || !isWhole(head, length)) {
                int before = Math.max(0, buffer.position() - 3);
                if (channel.read(buffer) < 0) {
                    throw new EOFException("the server closed the connection");
                }
                if (head < 0) {
                    head = endOfHead(before);
                    length = head < 0 ? 0 : lengthOfBody(head);
                }
            }
            return status();
        }

        private int status() {
            byte[] bytes = buffer.array();
            return 100 * (bytes[9] - '0') + 10 * (bytes[10] - '0') + bytes[11] - '0';
        }

        /** Without a length the body comes in chunks and ends with an empty one. */
        private boolean isWhole(int head, int length) {
            if (length != CHUNKS) {
                return buffer.position() >= head + length;
            }
            int from = buffer.position() - LAST_CHUNK.length;
            return from >= head
                    && Arrays.equals(buffer.array(), from, buffer.position(), LAST_CHUNK, 0, LAST_CHUNK.length);
        }

        private int endOfHead(int from) {
            byte[] bytes = buffer.array();
            for (int i = from; i + 3 < buffer.position(); i++) {
                if (bytes[i] == '\r' && bytes[i + 2] == '\r' && bytes[i + 1] == '\n' && bytes[i + 3] == '\n') {
                    return i + 4;
                }
            }
            return -1;
        }

        private int lengthOfBody(int head) {
            byte[] bytes = buffer.array();
            for (int line = 0; line < head; line++) {
                if (bytes[line] == '\n' && startsWithLength(bytes, line + 1)) {
                    int length = 0;
                    for (int i = line + 1 + LENGTH.length; bytes[i] != '\r'; i++) {
                        length = bytes[i] == ' ' ? length : 10 * length + bytes[i] - '0';
                    }
                    return length;
                }
            }
            return status() == 304 || status() == 204 ? 0 : CHUNKS;
        }

        private static boolean startsWithLength(byte[] bytes, int at) {
            for (int i = 0; i < LENGTH.length; i++) {
                if ((bytes[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }
    }
}
