package se.lykta.walk.protocol;

import java.util.Arrays;
import java.util.List;
import se.lykta.hotspot.words.Name;

/**
 * What is looked at at every stop, each on a scale from 1 (poor) to 4 (good), in this order; the feeling comes last, when
 * everything else has been seen.
 */
enum Checklist {
    LIGHTING("Belysning", "Lighting", "tillräcklig, hel, jämn, inte bländande", "enough, working, even, no glare"),
    OVERVIEW("Överblickbarhet", "Overview", "ser man vart man är på väg", "you see where you are going"),
    SEEN("Insyn", "Seen by others", "ser andra den som går här", "others see who walks here"),
    GREENERY("Växtlighet", "Vegetation", "skymmer inte sikt eller ljus", "hides neither view nor light"),
    UPKEEP("Skötsel", "Upkeep", "klotter, nedskräpning, skador", "graffiti, litter, damage"),
    ORIENTATION("Orienterbarhet", "Finding one's way", "skyltar, tydliga vägar", "signs, clear paths"),
    WAYS_OUT(
            "Flyktvägar, alternativ väg",
            "Ways out, another way",
            "går det att gå en annan väg",
            "can you walk another way"),
    PEOPLE("Folkliv", "People about", "rör sig andra här, när", "are others about, and when"),
    TRAFFIC("Trafik", "Traffic", "hastighet, korsningar, mopeder", "speed, crossings, mopeds"),
    PASSABILITY("Framkomlighet", "Passability", "rullstol, rollator, barnvagn", "wheelchair, rollator, pram"),
    FEELING("Känslan", "The feeling", "hur känns det att gå här", "how does it feel to walk here");

    /** The best mark. */
    static final int MARKS = 4;

    private final String titleSv;
    private final String titleEn;
    private final String hintSv;
    private final String hintEn;

    Checklist(String titleSv, String titleEn, String hintSv, String hintEn) {
        this.titleSv = titleSv;
        this.titleEn = titleEn;
        this.hintSv = hintSv;
        this.hintEn = hintEn;
    }

    static List<Checklist> all() {
        return Arrays.asList(values());
    }

    Name title() {
        return new Name(titleSv, titleEn);
    }

    Name hint() {
        return new Name(hintSv, hintEn);
    }
}
