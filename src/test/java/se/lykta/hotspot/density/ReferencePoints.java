package se.lykta.hotspot.density;

/** The points of the reference data, in metres as the other programs got them. */
record ReferencePoints(String[] ids, double[] x, double[] y) {

    static ReferencePoints read(String file) {
        ReferenceColumns columns = ReferenceColumns.read(file);
        return new ReferencePoints(columns.texts("id"), columns.numbers("x"), columns.numbers("y"));
    }

    int size() {
        return ids.length;
    }

    String id(int row) {
        return ids[row];
    }
}
