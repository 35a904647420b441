package se.lykta.walk.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.walk.ChecklistItem;
import se.lykta.walk.StoredWalk;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkStop;

/**
 * What a phone needs to walk along without a net: the stops and ways of every group and the checklist.
 *
 * @param walk id
 * @param version of the plan
 * @param start local time of the municipality
 * @param meeting where everybody meets
 * @param dark whether it is meant to be walked in the dark
 * @param attribution whom to thank for the map
 */
record GuideAnswer(
        String walk,
        int version,
        String start,
        Meeting meeting,
        boolean dark,
        List<Group> groups,
        List<Item> checklist,
        String attribution) {

    static GuideAnswer of(StoredWalk stored, Optional<Name> nearest, String attribution) {
        return new GuideAnswer(
                stored.id(),
                stored.version(),
                stored.plan().departure().start().toString(),
                Meeting.of(nearest, stored.plan().request().start()),
                stored.plan().departure().dark(),
                stored.plan().loops().stream().map(Group::of).toList(),
                Arrays.stream(ChecklistItem.values()).map(Item::of).toList(),
                attribution);
    }

    private static double[] position(LonLat place) {
        return new double[] {rounded(place.lonDeg()), rounded(place.latDeg())};
    }

    /** A tenth of a metre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    /** Rounded up, as on paper. */
    private static int minutes(int seconds) {
        return (seconds + 59) / 60;
    }

    /**
     * Where everybody meets.
     *
     * @param name_sv what people call the place, empty if it has no name
     * @param name_en the same in English
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Meeting(String name_sv, String name_en, double[] position) {

        private static Meeting of(Optional<Name> nearest, LonLat start) {
            return new Meeting(
                    nearest.map(Name::sv).orElse(""), nearest.map(Name::en).orElse(""), GuideAnswer.position(start));
        }
    }

    /** The walk of one group. */
    record Group(int group, int metres, int minutes, List<Stop> stops, List<Leg> legs) {

        private static Group of(Loop loop) {
            return new Group(
                    loop.group(),
                    loop.totals().metres(),
                    GuideAnswer.minutes(loop.totals().seconds()),
                    loop.stops().stream().map(Stop::of).toList(),
                    loop.legs().stream().map(Leg::of).toList());
        }
    }

    /**
     * A stop.
     *
     * @param position where the group stands
     * @param place what it looks at
     * @param arrivalMinutes after the start
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Stop(
            int number,
            String hotspot,
            String name_sv,
            String name_en,
            String why_sv,
            String why_en,
            double[] position,
            double[] place,
            int arrivalMinutes,
            int minutes) {

        private static Stop of(WalkStop stop) {
            return new Stop(
                    stop.number(),
                    stop.hotspot(),
                    stop.name().sv(),
                    stop.name().en(),
                    stop.why().sv(),
                    stop.why().en(),
                    GuideAnswer.position(stop.position()),
                    GuideAnswer.position(stop.place()),
                    stop.arrivalSeconds() / 60,
                    stop.minutes());
        }
    }

    /** The way to a stop, or from the last one to the end. */
    record Leg(int metres, int minutes, int stepMetres, List<double[]> line, List<Step> steps) {

        private static Leg of(FootLeg leg) {
            return new Leg(
                    leg.metres(),
                    GuideAnswer.minutes(leg.seconds()),
                    leg.stepMetres(),
                    leg.line().stream().map(GuideAnswer::position).toList(),
                    leg.steps().stream().map(Step::of).toList());
        }
    }

    /** One instruction. */
    record Step(String text_sv, String text_en, int metres) {

        private static Step of(FootStep step) {
            return new Step(step.text().sv(), step.text().en(), step.metres());
        }
    }

    /**
     * One item of the checklist.
     *
     * @param grades what they are called, from 1
     */
    record Item(
            String code, String name_sv, String name_en, String question_sv, String question_en, List<Grade> grades) {

        private static Item of(ChecklistItem item) {
            return new Item(
                    item.code(),
                    item.title().sv(),
                    item.title().en(),
                    item.question().sv(),
                    item.question().en(),
                    item.grades().stream()
                            .map(grade -> new Grade(grade.sv(), grade.en()))
                            .toList());
        }
    }

    /** What a grade is called. */
    record Grade(String name_sv, String name_en) {}
}
