package se.lykta.privacy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Waiting reports of one level by what they would be shown as.
 *
 * <p>An object for every key, two numbers for every report. Used by one thread.
 */
final class Groups {

    private static final int NONE = -1;

    private final Map<ReleaseKey, Integer> numbers;
    private final int[] members;
    private final int[] starts;
    private final int[] keyless;

    private Groups(Map<ReleaseKey, Integer> numbers, int[] members, int[] starts, int[] keyless) {
        this.numbers = numbers;
        this.members = members;
        this.starts = starts;
        this.keyless = keyless;
    }

    /**
     * Groups some of the waiting.
     *
     * @param indexes which of them, ascending
     */
    static Groups of(Waiting waiting, int[] indexes, Generaliser generaliser, Level level, LocalDate today) {
        Map<ReleaseKey, Integer> numbers = new TreeMap<>(ReleaseKey.ORDER);
        int[] group = new int[indexes.length];
        Waiting.Row row = waiting.row();
        for (int i = 0; i < indexes.length; i++) {
            group[i] = generaliser
                    .key(row.at(indexes[i]), level, today)
                    .map(key -> numbers.computeIfAbsent(key, unused -> numbers.size()))
                    .orElse(NONE);
        }
        int[] starts = new int[numbers.size() + 1];
        for (int number : group) {
            if (number != NONE) {
                starts[number + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] members = new int[starts[numbers.size()]];
        int[] next = starts.clone();
        for (int i = 0; i < indexes.length; i++) {
            if (group[i] != NONE) {
                members[next[group[i]]++] = indexes[i];
            }
        }
        int[] keyless = IntStream.range(0, indexes.length)
                .filter(i -> group[i] == NONE)
                .map(i -> indexes[i])
                .toArray();
        return new Groups(numbers, members, starts, keyless);
    }

    /** Hands over every key with the indexes of its reports, in the order of the keys. */
    void forEach(BiConsumer<ReleaseKey, int[]> consumer) {
        numbers.forEach(
                (key, number) -> consumer.accept(key, Arrays.copyOfRange(members, starts[number], starts[number + 1])));
    }

    /** Those that may not be shown at this level, ascending. */
    int[] keyless() {
        return keyless;
    }
}
