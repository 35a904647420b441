package se.lykta.place.osm.file;

import crosby.binary.file.BlockReaderAdapter;
import crosby.binary.file.FileBlock;
import crosby.binary.file.FileBlockPosition;
import crosby.binary.osmosis.OsmosisBinaryParser;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;

/**
 * Hands PBF blocks to osmosis and notes where the last whole one ended.
 *
 * <p>The library's reader ends quietly at any end of file, within a block too; comparing this end with the number of
 * bytes read tells a cut file from a complete one. Used by one thread.
 */
final class CheckedBlocks implements BlockReaderAdapter {

    private final CountedInput in;
    private final OsmosisBinaryParser parser = new OsmosisBinaryParser();
    private long end;
    private long count;

    CheckedBlocks(CountedInput in, Sink sink) {
        this.in = in;
        parser.setSink(sink);
    }

    /** Bytes up to the end of the last whole block. */
    long end() {
        return end;
    }

    /** Whole blocks seen. */
    long count() {
        return count;
    }

    @Override
    public boolean skipBlock(FileBlockPosition head) {
        return parser.skipBlock(head);
    }

    @Override
    public void handleBlock(FileBlock block) {
        end = in.count();
        count++;
        parser.handleBlock(block);
    }

    @Override
    public void complete() {
        // the reader of the file knows better when it is complete
    }
}
