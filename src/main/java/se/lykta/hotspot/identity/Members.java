package se.lykta.hotspot.identity;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The reports that a hotspot is made of, by their ids, ascending. Immutable. */
public final class Members {

    private final long[] ids;

    private Members(long[] ids) {
        this.ids = ids;
    }

    /** Those with these ids, in any order. */
    public static Members of(long... ids) {
        long[] sorted = ids.clone();
        Arrays.sort(sorted);
        return new Members(sorted);
    }

    /** How many they are. */
    public int size() {
        return ids.length;
    }

    /** Tells each id. */
    void forEach(LongConsumer consumer) {
        Arrays.stream(ids).forEach(consumer);
    }

    /** A copy for the database. */
    Long[] boxed() {
        return Arrays.stream(ids).boxed().toArray(Long[]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Members members && Arrays.equals(ids, members.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    /** Only the number: ids of reports belong into no log. */
    @Override
    public String toString() {
        return ids.length + " reports";
    }
}
