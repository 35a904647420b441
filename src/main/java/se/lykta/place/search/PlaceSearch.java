package se.lykta.place.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds places by what a person types: beginnings of words in any order, a street with a number, the word for a kind of
 * place; what is written in a similar way if nothing else is found.
 *
 * <p>Exists because nobody reports by coordinates. Reads the database on every question, so an import is seen at once.
 * Safe for use by many threads.
 */
public final class PlaceSearch {

    private static final int STREETS = 4;

    private final SearchStore store;

    /** A search in one database. */
    public PlaceSearch(Jdbi jdbi) {
        this.store = new SearchStore(jdbi);
    }

    /** What was meant, best first: houses before streets, and those before other things. */
    List<Found> find(SearchQuery query) {
        SearchText text = SearchText.of(query.text());
        List<Found> answers = new ArrayList<>();
        text.number().ifPresent(number -> answers.addAll(houses(query, text.street(), number)));
        // twice as many as wanted, because some tell the same
        for (Found one : names(query.withLimit(2 * query.limit()), text)) {
            if (answers.stream().noneMatch(one::isTheSameAs)) {
                answers.add(one);
            }
        }
        return answers.stream().limit(query.limit()).toList();
    }

    private List<Found> names(SearchQuery query, SearchText text) {
        List<Found> exact = store.listByWords(query, text.whole(), false);
        if (exact.isEmpty() && text.number().isPresent()) {
            exact = store.listByWords(query, text.street(), false);
        }
        return exact.isEmpty() ? store.listSimilar(query, text.whole(), false) : exact;
    }

    private List<Found> houses(SearchQuery query, String street, HouseNumber asked) {
        SearchQuery few = query.withLimit(STREETS);
        List<Found> streets = store.listByWords(few, street, true);
        if (streets.isEmpty()) {
            streets = store.listSimilar(few, street, true);
        }
        List<Found> houses = new ArrayList<>();
        List<Found> nearest = new ArrayList<>();
        for (Found one : streets) {
            List<Numbered> known = numbered(one);
            List<Found> meant = meant(one, known, asked);
            houses.addAll(meant);
            if (meant.isEmpty()) {
                nearest(one, known, asked).ifPresent(nearest::add);
            }
        }
        return houses.isEmpty() ? nearest : houses;
    }

    private List<Numbered> numbered(Found street) {
        List<Numbered> known = new ArrayList<>();
        for (SearchStore.House house : store.listHouses(street)) {
            HouseNumber.parse(house.number()).ifPresent(number -> known.add(new Numbered(house, number)));
        }
        return known;
    }

    /** Exactly this number, then those that are meant by it, then those that it begins: 1, 1 B, 10, 12. */
    private static List<Found> meant(Found street, List<Numbered> known, HouseNumber asked) {
        Comparator<Numbered> order = Comparator.comparing((Numbered one) -> !asked.is(one.number()))
                .thenComparing(one -> !asked.means(one.number()))
                .thenComparing(one -> one.number().first())
                .thenComparing(one -> one.number().letter())
                .thenComparing(one -> one.house().number());
        return known.stream()
                .filter(one -> asked.means(one.number()) || asked.begins(one.number()))
                .sorted(order)
                .map(one -> one.on(street, Found.Match.NUMBER))
                .toList();
    }

    private static Optional<Found> nearest(Found street, List<Numbered> known, HouseNumber asked) {
        return known.stream()
                .min(Comparator.comparingInt((Numbered one) -> asked.distanceTo(one.number()))
                        .thenComparing(one -> one.number().first())
                        .thenComparing(one -> one.house().number()))
                .map(one -> one.on(street, Found.Match.NEAREST_NUMBER));
    }

    private record Numbered(SearchStore.House house, HouseNumber number) {

        Found on(Found street, Found.Match how) {
            return street.house(house.number(), house.door(), how);
        }
    }
}
