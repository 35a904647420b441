package se.lykta.place.osm.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that knows how many bytes were taken from it and says so about once in a megabyte. Used by one thread. */
final class CountedInput extends FilterInputStream {

    private static final long STEP = 1 << 20;

    private final LongConsumer listener;
    private long count;
    private long told;
    private boolean ended;
    private boolean cut;

    CountedInput(InputStream in, LongConsumer listener) {
        super(in);
        this.listener = listener;
    }

    long count() {
        return count;
    }

    /** Says whether the source below was cut off; XML parsers take that for an ordinary end. */
    boolean cut() {
        return cut;
    }

    /** Says whether a reader has met the end. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        ended |= value < 0;
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            ended |= read < 0;
            counted(Math.max(0, read));
            return read;
        } catch (EOFException e) {
            cut = true;
            throw e;
        }
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        counted(skipped);
        return skipped;
    }

    private void counted(long bytes) {
        count += bytes;
        if (count - told >= STEP) {
            told = count;
            listener.accept(count);
        }
    }
}
