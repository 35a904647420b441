package se.lykta.walk.network;

import com.graphhopper.util.Instruction;
import com.graphhopper.util.InstructionList;
import com.graphhopper.util.RoundaboutInstruction;
import com.graphhopper.util.Translation;
import com.graphhopper.util.TranslationMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lykta.hotspot.words.Name;

/**
 * The routing engine's words for turns in both languages, made fit for people on foot.
 *
 * <p>The engine speaks to drivers here and there, and leaves some Swedish texts in English; those are replaced.
 */
final class FootWords {

    private static final Map<String, String> SWEDISH = Map.of(
            "continue_onto", "fortsätt längs %1$s",
            "u_turn", "vänd om",
            "finish", "framme",
            "toward_destination", "%1$s mot %2$s",
            "toward_destination_with_ref", "%1$s, väg %2$s mot %3$s",
            "roundabout_enter", "följ rondellen",
            "roundabout_exit_onto", "följ rondellen till %2$s");

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("continue_onto", "continue along %1$s"),
            Map.entry("turn_slight_left", "turn slightly left"),
            Map.entry("turn_slight_right", "turn slightly right"),
            Map.entry("turn_sharp_left", "turn sharply left"),
            Map.entry("turn_sharp_right", "turn sharply right"),
            Map.entry("u_turn", "turn around"),
            Map.entry("finish", "you have arrived"),
            Map.entry("toward_destination", "%1$s toward %2$s"),
            Map.entry("toward_destination_with_ref", "%1$s, road %2$s toward %3$s"),
            Map.entry("roundabout_enter", "follow the roundabout"),
            Map.entry("roundabout_exit_onto", "follow the roundabout to %2$s"));

    /** Clockwise from north. */
    private static final List<Name> DIRECTIONS = List.of(
            new Name("norrut", "north"),
            new Name("åt nordost", "northeast"),
            new Name("österut", "east"),
            new Name("åt sydost", "southeast"),
            new Name("söderut", "south"),
            new Name("åt sydväst", "southwest"),
            new Name("västerut", "west"),
            new Name("åt nordväst", "northwest"));

    private final Translation swedish;
    private final Translation english;

    FootWords(TranslationMap engineWords) {
        this.swedish = with(engineWords.get("sv"), SWEDISH);
        this.english = with(engineWords.get("en"), ENGLISH);
    }

    /** A list for the engine to write turns into. */
    InstructionList noTurns() {
        return new InstructionList(swedish);
    }

    /**
     * How to set out.
     *
     * @param azimuthDeg clockwise from north, 0..360
     */
    Name setOut(double azimuthDeg, FootWay way) {
        Name direction = DIRECTIONS.get((int) Math.round(azimuthDeg / 45) % DIRECTIONS.size());
        String sv = way.isSteps() ? "Ta %2$s %1$s" : "Gå %s längs %s";
        String en = way.isSteps() ? "Take %2$s %1$s" : "Walk %s along %s";
        return new Name(
                sv.formatted(direction.sv(), way.name().sv()),
                en.formatted(direction.en(), way.name().en()));
    }

    /** How to go on at a turn, from what and along what; exits of roundabouts are told by name, not counted. */
    Name turn(Instruction turn, FootWay before, FootWay way) {
        boolean onward = way.isNamed() && way.equals(before);
        if (turn instanceof RoundaboutInstruction || !(way.isSteps() || onward)) {
            turn.setName(way.name().sv());
            String sv = sentence(turn.getTurnDescription(swedish));
            turn.setName(way.name().en());
            return new Name(sv, sentence(turn.getTurnDescription(english)));
        }
        turn.setName("");
        return new Name(
                sentence(turn.getTurnDescription(swedish))
                        + (way.isSteps() ? " och ta " : " längs ")
                        + way.name().sv(),
                sentence(turn.getTurnDescription(english))
                        + (way.isSteps() ? " and take " : " along ")
                        + way.name().en());
    }

    /** What to say at the end. */
    Name arrival() {
        return new Name(sentence(swedish.tr("finish")), sentence(english.tr("finish")));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Translation with(Translation engineWords, Map<String, String> ours) {
        var words = new TranslationMap.TranslationHashMap(engineWords.getLocale());
        words.asMap().putAll(engineWords.asMap());
        words.asMap().putAll(ours);
        return words;
    }
}
