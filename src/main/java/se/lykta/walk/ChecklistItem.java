package se.lykta.walk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.lykta.hotspot.words.Name;

/**
 * What is looked at at every stop, in this order, each graded from 1 (worst) to 4, on paper and on phones alike.
 *
 * <p>A bad grade of an item is a cause of the taxonomy. The last one, the feeling, is no cause but says how unsafe it is;
 * it is asked when everything else has been seen.
 */
@SuppressWarnings("ImmutableEnumChecker") // a name is a record of two texts
public enum ChecklistItem {
    /** See the question, as for all. */
    LIGHTING(
            "A11",
            new Name("belysning", "lighting"),
            new Name("tillräcklig, hel, jämn, inte bländande", "enough, working, even, no glare"),
            new Name("Är platsen väl upplyst?", "Is the place well lit?")),
    OVERVIEW(
            "A23",
            new Name("överblickbarhet", "overview"),
            new Name("ser man vart man är på väg", "you see where you are going"),
            new Name(
                    "Ser du vad som finns omkring dig och framför dig?",
                    "Can you see what is around you and ahead of you?")),
    VISIBILITY(
            "A22",
            new Name("insyn", "visibility"),
            new Name("ser andra den som går här", "others see who walks here"),
            new Name(
                    "Kan andra se dig, från hus, vägar eller gångstråk?",
                    "Can others see you, from houses, roads or paths?")),
    VEGETATION(
            "A31",
            new Name("växtlighet", "vegetation"),
            new Name("skymmer inte sikt eller ljus", "hides neither view nor light"),
            new Name(
                    "Är buskar och träd så ansade att de inte skymmer?",
                    "Are bushes and trees trimmed so that they hide nothing?")),
    UPKEEP(
            "A43",
            new Name("skötsel", "upkeep"),
            new Name("klotter, nedskräpning, skador", "graffiti, litter, damage"),
            new Name(
                    "Är det helt och rent, utan klotter och skräp?",
                    "Is it whole and clean, without graffiti and litter?")),
    ORIENTATION(
            "A51",
            new Name("orienterbarhet", "finding one's way"),
            new Name("skyltar, tydliga vägar", "signs, clear paths"),
            new Name(
                    "Är det lätt att förstå var du är och vart du ska?",
                    "Is it easy to see where you are and where to go?")),
    WAYS_OUT(
            "A52",
            new Name("flyktvägar eller alternativ väg", "ways out or another way"),
            new Name("går det att gå en annan väg", "can you walk another way"),
            new Name("Kan du ta en annan väg om du vill?", "Can you take another way if you want to?")),
    PEOPLE(
            "A61",
            new Name("folkliv", "people about"),
            new Name("rör sig andra här, när", "are others about, and when"),
            new Name("Rör sig andra människor här?", "Are other people about here?")),
    /** B21 is the only cause of group B about the place, not about how some drive, park or wait; B00 is not reported. */
    TRAFFIC(
            "B21",
            new Name("trafik", "traffic"),
            new Name("hastighet, korsningar, mopeder", "speed, crossings, mopeds"),
            new Name(
                    "Känns det tryggt bland bilar, mopeder och cyklar?",
                    "Does it feel safe among cars, mopeds and bicycles?")),
    PASSABILITY(
            "A54",
            new Name("framkomlighet", "passability"),
            new Name("rullstol, rollator, barnvagn", "wheelchair, walking frame, pram"),
            new Name(
                    "Kommer alla fram, även med rullstol, rollator eller barnvagn?",
                    "Can everybody pass, also with wheelchair, walking frame or pram?")),
    FEELING(
            "",
            new Name("känslan", "the feeling"),
            new Name("hur känns det att gå här", "how does it feel to walk here"),
            new Name("Hur trygg känner du dig här?", "How safe do you feel here?"));

    /** The best grade; the worst is 1. */
    public static final int BEST = 4;

    /** Grades up to this one are bad. */
    public static final int BAD = 2;

    /** What the grades from 1 to {@link #BEST} are called, but for the feeling. */
    public static final List<Name> GRADES = List.of(
            new Name("mycket dåligt", "very bad"),
            new Name("ganska dåligt", "rather bad"),
            new Name("ganska bra", "rather good"),
            new Name("mycket bra", "very good"));

    private static final List<Name> FEELINGS = List.of(
            new Name("mycket otryggt", "very unsafe"),
            new Name("ganska otryggt", "rather unsafe"),
            new Name("ganska tryggt", "rather safe"),
            new Name("mycket tryggt", "very safe"));

    private final String cause;
    private final Name title;
    private final Name hint;
    private final Name question;

    ChecklistItem(String cause, Name title, Name hint, Name question) {
        this.cause = cause;
        this.title = title;
        this.hint = hint;
        this.question = question;
    }

    /** The item with this code, if there is one. */
    public static Optional<ChecklistItem> find(String code) {
        return Arrays.stream(values()).filter(item -> item.code().equals(code)).findFirst();
    }

    /** The codes of all, in order. */
    public static String[] codes() {
        return Arrays.stream(values()).map(ChecklistItem::code).toArray(String[]::new);
    }

    /** Stable code in the database, the API and files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called, lower case. */
    public Name title() {
        return title;
    }

    /** What to look for, in a few words: where there is no room for a question. */
    public Name hint() {
        return hint;
    }

    /** What participants are asked. */
    public Name question() {
        return question;
    }

    /** What its grades are called, from 1 to {@link #BEST}. */
    public List<Name> grades() {
        return this == FEELING ? FEELINGS : GRADES;
    }

    /** The cause of a report that a bad grade of it is, if it is one. */
    public Optional<String> cause() {
        return cause.isEmpty() ? Optional.empty() : Optional.of(cause);
    }
}
