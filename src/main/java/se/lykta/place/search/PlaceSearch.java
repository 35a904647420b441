package se.lykta.place.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import se.lykta.geo.LonLat;

/**
 * Finds places by what a person types: beginnings of words in any order, a street with a number, the word for a kind of
 * place; what is written in a similar way if nothing else is found.
 *
 * <p>Exists because nobody reports by coordinates. Reads the database on every question, so an import is seen at once.
 * Safe for use by many threads.
 */
public final class PlaceSearch {

    private static final int STREETS = 4;

    /** So many numbers that go on as typed leave room for the street itself. */
    private static final int BEGUN = 4;

    private static final Comparator<Numbered> IN_ORDER = Comparator.comparing(
                    (Numbered one) -> one.number().first())
            .thenComparing(one -> one.number().letter())
            .thenComparing(one -> one.house().number());

    private final SearchStore store;

    /** A search in one database. */
    public PlaceSearch(Jdbi jdbi) {
        this.store = new SearchStore(jdbi);
    }

    /** What was meant, best first: a position, houses before streets, and those before other things. */
    List<Found> find(SearchQuery query) {
        Optional<LonLat> position = PositionText.parse(query.text());
        if (position.isPresent()) {
            return List.of(Found.position(position.get()));
        }
        SearchText text = SearchText.of(query.text());
        FoldedText folded = store.fold(text);
        // twice as many as wanted, because some tell the same
        SearchQuery wide = query.withLimit(2 * query.limit());
        List<Found> names = names(wide, folded, text.number().isPresent());
        List<Found> answers = new ArrayList<>();
        text.number().ifPresent(number -> {
            answers.addAll(houses(names, number));
            answers.addAll(found(store.listByWords(wide, folded.whole(), WordMatch.BEGINNING)));
        });
        for (Found one : names) {
            if (answers.stream().noneMatch(one::isTheSameAs)) {
                answers.add(one);
            }
        }
        return answers.stream().limit(query.limit()).toList();
    }

    /** Without the number of a house, if there is one; if nothing is called so, without the town, then of similar spelling. */
    private List<Found> names(SearchQuery query, FoldedText text, boolean hasNumber) {
        Typed name = text.name();
        List<Ranked> begun = store.listByWords(query, hasNumber ? name : text.whole(), WordMatch.BEGINNING);
        if (begun.isEmpty() && !hasNumber && !name.equals(text.whole())) {
            begun = store.listByWords(query, name, WordMatch.BEGINNING);
        }
        boolean inside = begun.stream().noneMatch(Ranked::isNamed) && name.mayBeInside();
        List<Ranked> best =
                inside ? Ranked.merge(begun, store.listByWords(query, name, WordMatch.INSIDE), query.limit()) : begun;
        return found(best.isEmpty() && name.mayBeMisspelt() ? store.listSimilar(query, name) : best);
    }

    private static List<Found> found(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::found).toList();
    }

    private List<Found> houses(List<Found> names, HouseNumber asked) {
        List<Found> streets = names.stream()
                .filter(one -> one.kind() == KindWords.STREET)
                .limit(STREETS)
                .toList();
        Map<Long, List<Numbered>> known = numbered(streets);
        List<Found> meant = new ArrayList<>();
        List<Found> begun = new ArrayList<>();
        List<Found> nearest = new ArrayList<>();
        for (Found one : streets) {
            List<Numbered> houses = known.getOrDefault(one.id(), List.of());
            meant.addAll(meant(one, houses, asked));
            begun.addAll(begun(one, houses, asked));
            nearest(one, houses, asked).ifPresent(nearest::add);
        }
        List<Found> best = meant.isEmpty() ? nearest.subList(0, Math.min(1, nearest.size())) : meant;
        return Stream.concat(best.stream(), begun.stream().limit(BEGUN)).toList();
    }

    private Map<Long, List<Numbered>> numbered(List<Found> streets) {
        Map<Long, List<Numbered>> known = new HashMap<>();
        for (SearchStore.House house : store.listHouses(streets)) {
            HouseNumber.parse(house.number())
                    .ifPresent(number -> known.computeIfAbsent(house.street(), unused -> new ArrayList<>())
                            .add(new Numbered(house, number)));
        }
        return known;
    }

    /** Exactly this number, then those that are meant by it: 1, 1 B. */
    private static List<Found> meant(Found street, List<Numbered> known, HouseNumber asked) {
        return known.stream()
                .filter(one -> asked.means(one.number()))
                .sorted(Comparator.comparing((Numbered one) -> !asked.is(one.number()))
                        .thenComparing(IN_ORDER))
                .map(one -> one.on(street, Found.Match.NUMBER))
                .toList();
    }

    /** What may become of it while somebody types: 10, 12. */
    private static List<Found> begun(Found street, List<Numbered> known, HouseNumber asked) {
        return known.stream()
                .filter(one -> asked.begins(one.number()) && !asked.means(one.number()))
                .sorted(IN_ORDER)
                .map(one -> one.on(street, Found.Match.NUMBER))
                .toList();
    }

    private static Optional<Found> nearest(Found street, List<Numbered> known, HouseNumber asked) {
        return known.stream()
                .min(Comparator.comparingInt((Numbered one) -> asked.distanceTo(one.number()))
                        .thenComparing(IN_ORDER))
                .map(one -> one.on(street, Found.Match.NEAREST_NUMBER));
    }

    private record Numbered(SearchStore.House house, HouseNumber number) {

        Found on(Found street, Found.Match how) {
            return street.house(house.number(), house.door(), how);
        }
    }
}
