package se.lykta.index;

/**
 * How many reports there are and where their middle is: the least that is needed to place a circle.
 *
 * <p>Used by one thread.
 */
public final class Mass extends Aggregate {

    private int count;

    @Override
    public int count() {
        return count;
    }

    @Override
    public void clear() {
        super.clear();
        count = 0;
    }

    @Override
    void add(Leaf leaf, int block, long rows) {
        leaf.addSums(this, block, rows);
        count += Long.bitCount(rows);
    }

    @Override
    void addCounting(Leaf leaf, int first, int end) {
        count += leaf.countBefore(end) - leaf.countBefore(first);
    }

    @Override
    void addCounting(Prefixes groups, int first, int end) {
        count += groups.countBefore(end) - groups.countBefore(first);
    }
}
