package se.lykta.walk.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.util.Instruction;
import com.graphhopper.util.PointList;
import com.graphhopper.util.RoundaboutInstruction;
import com.graphhopper.util.TranslationMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lykta.hotspot.words.Name;

class FootWordsTest {

    private static final FootWay STREET = new FootWay(new Name("Storgatan", "Storgatan"), true, false);
    private static final FootWay PATH = new FootWay(new Name("gångvägen", "the path"), false, false);
    private static final FootWay STEPS = new FootWay(new Name("trappan", "the steps"), false, true);

    private final FootWords words = new FootWords(new TranslationMap().doImport());

    @ParameterizedTest
    @CsvSource({
        "-98, Vänd om",
        "-8, Vänd om",
        "-7, Håll till vänster",
        "-3, Sväng kraftigt vänster",
        "-2, Sväng vänster",
        "-1, Sväng svagt vänster",
        "0, Fortsätt",
        "1, Sväng svagt höger",
        "2, Sväng höger",
        "3, Sväng kraftigt höger",
        "7, Håll till höger",
        "8, Vänd om"
    })
    void everyTurnHasWordsForWalkers(int sign, String sv) {
        String onto = sign == 0 ? " längs " : " in på ";

        assertThat(words.turn(turn(sign), STREET, PATH).sv()).isEqualTo(sv + onto + "gångvägen");
        assertThat(words.turn(turn(sign), PATH, STEPS).sv()).isEqualTo(sv + " och ta trappan");
        assertThat(words.turn(turn(sign), STREET, STREET).sv()).isEqualTo(sv + " längs Storgatan");
    }

    @ParameterizedTest
    @ValueSource(ints = {-98, -8, -7, -3, -2, -1, 0, 1, 2, 3, 7, 8})
    void nobodyIsToldToDriveTowardADestination(int sign) {
        Instruction signposted = turn(sign);
        signposted.setExtraInfo("street_destination", "Centrum");
        Instruction numbered = turn(sign);
        numbered.setExtraInfo("street_destination", "Centrum");
        numbered.setExtraInfo("street_destination_ref", "E4");

        for (Instruction turn : List.of(signposted, numbered)) {
            for (FootWay way : List.of(STREET, PATH, STEPS)) {
                Name text = words.turn(turn, STREET, way);
                assertThat(text.sv()).doesNotContainIgnoringCase("kör").contains("mot Centrum");
                assertThat(text.en()).doesNotContainIgnoringCase("drive").contains("toward Centrum");
            }
        }
    }

    @Test
    void roundaboutHasWordsForWalkers() {
        var inside = new RoundaboutInstruction(Instruction.USE_ROUNDABOUT, "", PointList.EMPTY);
        var left = new RoundaboutInstruction(Instruction.USE_ROUNDABOUT, "", PointList.EMPTY)
                .setExitNumber(3)
                .setExited();

        assertThat(words.turn(inside, STREET, STREET)).isEqualTo(new Name("Följ rondellen", "Follow the roundabout"));
        assertThat(words.turn(left, STREET, STREET))
                .isEqualTo(new Name("Följ rondellen till Storgatan", "Follow the roundabout to Storgatan"));
    }

    private static Instruction turn(int sign) {
        return new Instruction(sign, "", PointList.EMPTY);
    }
}
