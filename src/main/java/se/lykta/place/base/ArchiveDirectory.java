package se.lykta.place.base;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the directories of an archive (PMTiles version 3 specification, chapter 4): a root that has to fit into the first
 * bytes of the file, and leaves below it if there are too many entries.
 */
final class ArchiveDirectory {

    private static final int FIRST_LEAF = 4096;

    private final byte[] root;
    private final byte[] leaves;

    private ArchiveDirectory(byte[] root, byte[] leaves) {
        this.root = root;
        this.leaves = leaves;
    }

    /** Directories for entries in order, whose root takes at most so many bytes. */
    static ArchiveDirectory of(List<ArchiveEntry> entries, int rootRoom) {
        byte[] root = Gzipped.of(written(entries));
        if (root.length <= rootRoom) {
            return new ArchiveDirectory(root, new byte[0]);
        }
        ArchiveDirectory split = split(entries, FIRST_LEAF);
        for (int size = 2 * FIRST_LEAF; split.root.length > rootRoom; size *= 2) {
            split = split(entries, size);
        }
        return split;
    }

    /** The root, gzipped. */
    byte[] root() {
        return root;
    }

    /** All leaves one after the other, each gzipped; empty if the root holds every entry. */
    byte[] leaves() {
        return leaves;
    }

    private static ArchiveDirectory split(List<ArchiveEntry> entries, int leafSize) {
        var leaves = new ByteArrayOutputStream();
        List<ArchiveEntry> root = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += leafSize) {
            List<ArchiveEntry> part = entries.subList(from, Math.min(entries.size(), from + leafSize));
            byte[] leaf = Gzipped.of(written(part));
            root.add(new ArchiveEntry(part.get(0).tile(), leaves.size(), leaf.length, 0));
            leaves.writeBytes(leaf);
        }
        return new ArchiveDirectory(Gzipped.of(written(root)), leaves.toByteArray());
    }

    /** Column by column: numbers as differences, and 0 for bytes that follow those before. */
    private static byte[] written(List<ArchiveEntry> entries) {
        var bytes = new ByteArrayOutputStream();
        varint(bytes, entries.size());
        long last = 0;
        for (ArchiveEntry entry : entries) {
            varint(bytes, entry.tile() - last);
            last = entry.tile();
        }
        entries.forEach(entry -> varint(bytes, entry.run()));
        entries.forEach(entry -> varint(bytes, entry.length()));
        long end = -1;
        for (ArchiveEntry entry : entries) {
            varint(bytes, entry.offset() == end ? 0 : entry.offset() + 1);
            end = entry.offset() + entry.length();
        }
        return bytes.toByteArray();
    }

    private static void varint(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
