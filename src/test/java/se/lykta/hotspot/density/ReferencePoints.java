package se.lykta.hotspot.density;

/** The points of the reference data, in metres as the other programs got them. */
final class ReferencePoints {

    private final String[] ids;
    private final double[] x;
    private final double[] y;

    private ReferencePoints(ReferenceColumns columns) {
        ids = columns.texts("id");
        x = columns.numbers("x");
        y = columns.numbers("y");
    }

    static ReferencePoints read(String file) {
        return new ReferencePoints(ReferenceColumns.read(file));
    }

    String[] ids() {
        return ids;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int size() {
        return ids.length;
    }

    String id(int row) {
        return ids[row];
    }
}
