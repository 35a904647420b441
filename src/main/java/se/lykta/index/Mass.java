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
    void add(Columns columns, int[] rows, int added) {
        super.add(columns, rows, added);
        count += added;
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
