package se.lykta.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lykta.taxonomy.ReportState;
import se.lykta.taxonomy.Source;

/** Fills in what all made-up reports have in common: who, which further causes, when it was reported, where it stands. */
final class Drafting {

    static final LocalDate FIRST_DAY = LocalDate.of(2022, 7, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDateTime END = LAST_DAY.atTime(23, 30);
    private static final double ANONYMOUS = 0.4;

    /** How many different reporters a source has, and the first of their numbers. */
    private static final Map<Source, int[]> REPORTERS = Map.of(
            Source.RESIDENT, new int[] {1, 420},
            Source.EMPLOYEE, new int[] {501, 40},
            Source.MUNICIPAL_COMPANY, new int[] {561, 12},
            Source.POLICE, new int[] {581, 10},
            Source.BUSINESS, new int[] {601, 36},
            Source.ASSOCIATION, new int[] {651, 20},
            Source.PROPERTY_OWNER, new int[] {681, 12},
            Source.RESCUE_SERVICE, new int[] {701, 5},
            Source.SECURITY_COMPANY, new int[] {711, 8},
            Source.WALK, new int[] {731, 6});

    private Drafting() {}

    static Source source(String weights, Dice dice) {
        return Source.find(Weights.of(weights).draw(dice)).orElseThrow();
    }

    /** An opaque token, or empty for an anonymous report; people on duty are rarely anonymous. */
    static String reporter(Source source, Dice dice) {
        double share = source == Source.RESIDENT ? ANONYMOUS + 0.15 : ANONYMOUS / 2;
        if (source == Source.POLICE || source == Source.WALK || dice.chance(share)) {
            return source == Source.WALK || source == Source.POLICE ? number(source, dice) : "";
        }
        return number(source, dice);
    }

    private static String number(Source source, Dice dice) {
        int[] range = REPORTERS.getOrDefault(source, new int[] {741, 5});
        return String.format(Locale.ROOT, "r%04d", range[0] + dice.below(range[1]));
    }

    /** The main cause and at times one or two more of the same weights. */
    static List<String> causes(Weights weights, Dice dice) {
        List<String> causes = new ArrayList<>();
        int wanted = 1 + dice.weighted(72, 22, 6);
        for (int tries = 0; tries < 8 && causes.size() < wanted; tries++) {
            String cause = weights.draw(dice);
            if (!causes.contains(cause)) {
                causes.add(cause);
            }
        }
        return List.copyOf(causes);
    }

    /** Adds when it was reported: mostly the same day, else up to a week later in the daytime. */
    static DemoReport.When when(LocalDateTime occurred, Dice dice) {
        LocalDateTime reported = dice.chance(0.55)
                ? occurred.plusMinutes(6 + dice.below(300))
                : occurred.toLocalDate().plusDays(1 + dice.below(6)).atTime(8 + dice.below(12), dice.below(60));
        if (reported.isBefore(occurred)) {
            reported = occurred.plusHours(9);
        }
        if (reported.isAfter(END)) {
            reported = occurred.plusMinutes(5).isAfter(END) ? END : occurred.plusMinutes(5);
        }
        return new DemoReport.When(occurred, dice.chance(0.1), reported);
    }

    /** A state that counts, the farther on its way the older the report is. */
    static ReportState countingState(LocalDateTime occurred, Dice dice) {
        double years = Duration.between(occurred, END).toDays() / 365.0;
        return switch (dice.weighted(6, 1 + years / 2, 0.6, 0.5, 0.5 * years, 0.5 * years, 0.7, 0.3, 0.2 * years)) {
            case 0 -> ReportState.PUBLISHED;
            case 1 -> ReportState.LINKED;
            case 2 -> ReportState.DECIDED;
            case 3 -> ReportState.IN_PROGRESS;
            case 4 -> ReportState.DONE;
            case 5 -> ReportState.FOLLOWED_UP;
            case 6 -> ReportState.HANDED_OVER;
            case 7 -> ReportState.NOT_ACTIONED;
            default -> ReportState.NO_LONGER_RELEVANT;
        };
    }

    /** A state that does not count: new ones wait, old ones were rejected. */
    static ReportState waitingState(LocalDateTime occurred, Dice dice) {
        if (Duration.between(occurred, END).toDays() > 40) {
            return ReportState.REJECTED;
        }
        return dice.chance(0.6) ? ReportState.RECEIVED : ReportState.IN_REVIEW;
    }
}
