package se.lykta.walk.findings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.lykta.http.JsonBody;
import se.lykta.walk.ChecklistItem;

/**
 * The grades that one participant gave at one stop, 1 (worst) to 4.
 *
 * @param byItem in the order of the checklist; items that were not graded are missing
 */
public record Grades(Map<ChecklistItem, Integer> byItem) {

    /** Refuses grades that there are not, and copies the map. */
    public Grades {
        EnumMap<ChecklistItem, Integer> copy = new EnumMap<>(ChecklistItem.class);
        copy.putAll(byItem);
        if (copy.values().stream().anyMatch(grade -> grade < 1 || grade > ChecklistItem.BEST)) {
            throw new IllegalArgumentException("a grade is 1..%d: %s".formatted(ChecklistItem.BEST, copy));
        }
        byItem = Collections.unmodifiableMap(copy);
    }

    /** Reads them from the member {@code grades} of a body, where faults are noted. */
    static Grades parse(JsonBody body) {
        EnumMap<ChecklistItem, Integer> given = new EnumMap<>(ChecklistItem.class);
        body.object("grades", ChecklistItem.codes()).ifPresent(grades -> {
            for (ChecklistItem item : ChecklistItem.values()) {
                int grade = grades.integer(item.code(), 0, 1, ChecklistItem.BEST);
                if (grade > 0) {
                    given.put(item, grade);
                }
            }
        });
        return new Grades(given);
    }

    /** The grade of an item, if it was given one. */
    Optional<Integer> of(ChecklistItem item) {
        return Optional.ofNullable(byItem.get(item));
    }

    /** The items with a bad grade, the worst first, equal ones in the order of the checklist. */
    List<ChecklistItem> bad() {
        return byItem.entrySet().stream()
                .filter(entry -> entry.getValue() <= ChecklistItem.BAD)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
