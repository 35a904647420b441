package se.lykta.place.base;

/**
 * A line of an archive's directory: a run of tiles with the same bytes, or a directory below it.
 *
 * @param tile number of the first tile, see {@link TileOrder}
 * @param offset where the bytes begin, from the start of their section
 * @param length how many bytes
 * @param run how many tiles in a row, at least 1; 0 for a directory below
 */
record ArchiveEntry(long tile, long offset, int length, int run) {

    /** The same with one more tile. */
    ArchiveEntry longer() {
        return new ArchiveEntry(tile, offset, length, run + 1);
    }
}
