package se.lykta.walk.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.lykta.hotspot.words.Name;

/**
 * What is looked at at every stop, in this order, each graded from 1 (worst) to 4.
 *
 * <p>A bad grade of an item is a cause of the taxonomy. The last one, the feeling, is no cause but says how unsafe it is.
 */
public enum ChecklistItem {
    /** See the question, as for all. */
    LIGHTING("A11", "belysning", "lighting", "Är platsen väl upplyst?", "Is the place well lit?"),
    OVERVIEW(
            "A23",
            "överblickbarhet",
            "overview",
            "Ser du vad som finns omkring dig och framför dig?",
            "Can you see what is around you and ahead of you?"),
    VISIBILITY(
            "A22",
            "insyn",
            "visibility",
            "Kan andra se dig, från hus, vägar eller gångstråk?",
            "Can others see you, from houses, roads or paths?"),
    VEGETATION(
            "A31",
            "växtlighet",
            "vegetation",
            "Är buskar och träd så ansade att de inte skymmer?",
            "Are bushes and trees trimmed so that they hide nothing?"),
    UPKEEP(
            "A43",
            "skötsel",
            "upkeep",
            "Är det helt och rent, utan klotter och skräp?",
            "Is it whole and clean, without graffiti and litter?"),
    ORIENTATION(
            "A51",
            "orienterbarhet",
            "orientation",
            "Är det lätt att förstå var du är och vart du ska?",
            "Is it easy to see where you are and where to go?"),
    WAYS_OUT(
            "A52",
            "flyktvägar eller alternativ väg",
            "ways out or another way",
            "Kan du ta en annan väg om du vill?",
            "Can you take another way if you want to?"),
    PEOPLE("A61", "folkliv", "people about", "Rör sig andra människor här?", "Are other people about here?"),
    TRAFFIC(
            "B21",
            "trafik",
            "traffic",
            "Känns det tryggt bland bilar, mopeder och cyklar?",
            "Does it feel safe among cars, mopeds and bicycles?"),
    PASSABILITY(
            "A54",
            "framkomlighet",
            "passability",
            "Kommer alla fram, även med rullstol, rollator eller barnvagn?",
            "Can everybody pass, also with wheelchair, walking frame or pram?"),
    FEELING("", "känslan", "the feeling", "Hur trygg känner du dig här?", "How safe do you feel here?");

    /** The best grade; the worst is 1. */
    static final int BEST = 4;

    /** Grades up to this one are bad. */
    static final int BAD = 2;

    private final String cause;
    private final String sv;
    private final String en;
    private final String questionSv;
    private final String questionEn;

    ChecklistItem(String cause, String sv, String en, String questionSv, String questionEn) {
        this.cause = cause;
        this.sv = sv;
        this.en = en;
        this.questionSv = questionSv;
        this.questionEn = questionEn;
    }

    /** The item with this code, if there is one. */
    static Optional<ChecklistItem> find(String code) {
        return Arrays.stream(values()).filter(item -> item.code().equals(code)).findFirst();
    }

    /** The codes of all, in order. */
    static String[] codes() {
        return Arrays.stream(values()).map(ChecklistItem::code).toArray(String[]::new);
    }

    /** Stable code in the database, the API and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called, lower case. */
    public Name title() {
        return new Name(sv, en);
    }

    /** What participants are asked. */
    public Name question() {
        return new Name(questionSv, questionEn);
    }

    /** The cause of a report that a bad grade of it is, if it is one. */
    Optional<String> cause() {
        return cause.isEmpty() ? Optional.empty() : Optional.of(cause);
    }
}
