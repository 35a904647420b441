package se.lykta.index;

import se.lykta.geo.Morton;

/**
 * How many reports there are and where their middle is: the least that is needed to place a circle.
 *
 * <p>Exact, as sums are whole cells of {@link se.lykta.geo.WebMercator}. Used by one thread.
 */
public final class Mass extends Aggregate {

    int count;
    long sumX;
    long sumY;

    @Override
    public int count() {
        return count;
    }

    @Override
    public long sumX() {
        return sumX;
    }

    @Override
    public long sumY() {
        return sumY;
    }

    @Override
    public void clear() {
        count = 0;
        sumX = 0;
        sumY = 0;
    }

    @Override
    void add(Columns columns, int row) {
        count++;
        sumX += Morton.x(columns.morton[row]);
        sumY += Morton.y(columns.morton[row]);
    }

    @Override
    void add(Prefixes groups, int first, int end) {
        groups.addTo(this, first, end);
    }
}
