package se.lykta.tile.heat;

/** Takes the reports of one cell of a grid, together; they come in the order of the Morton codes of the cells. */
@FunctionalInterface
interface Crowd {

    /**
     * The reports of a cell, at least one.
     *
     * @param count how many
     * @param meanX their mean place in cells of the grid, fractional: {@code (int) meanX} is the cell's column
     * @param meanY the same, {@code (int) meanY} is its row
     */
    void add(int count, double meanX, double meanY);
}
