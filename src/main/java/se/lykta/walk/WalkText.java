package se.lykta.walk;

import java.time.LocalDateTime;
import java.util.function.Supplier;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.network.FootStep;
import se.lykta.walk.plan.Departure;
import se.lykta.walk.plan.LeftOut;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkStop;

/**
 * A walk as plain text: where to go and when, stop by stop, for whoever cannot use or carry a map.
 *
 * <p>One fact a line, so that it reads well on paper, in a mail and aloud.
 */
final class WalkText {

    private final Supplier<String> attribution;

    WalkText(Supplier<String> attribution) {
        this.attribution = attribution;
    }

    /** The text in Swedish or English. */
    String write(StoredWalk stored, boolean english) {
        return new Page(stored.plan(), new WalkWords(english)).write(attribution.get());
    }

    /** One text in the making. */
    private static final class Page {

        private final WalkPlan plan;
        private final WalkWords words;
        private final StringBuilder text = new StringBuilder();

        Page(WalkPlan plan, WalkWords words) {
            this.plan = plan;
            this.words = words;
        }

        String write(String attribution) {
            writeHead();
            plan.loops().forEach(this::writeLoop);
            writeLeftOut();
            line("");
            line(attribution);
            return text.toString();
        }

        private void writeHead() {
            Departure departure = plan.departure();
            line(words.title());
            line(words.day(departure.start()));
            line(words.of("Start kl. %s", "Start at %s", WalkWords.clock(departure.start())));
            LocalDateTime dusk = departure.civilDusk();
            line(
                    dusk == null
                            ? words.of("Det blir inte mörkt den kvällen.", "It does not get dark that evening.")
                            : words.of("Det är mörkt från kl. %s.", "It is dark from %s.", WalkWords.clock(dusk)));
        }

        private void writeLoop(Loop loop) {
            line("");
            line(words.title(plan, loop) + ": " + words.summary(loop));
            for (int i = 0; i < loop.legs().size(); i++) {
                writeLeg(loop.legs().get(i));
                if (i < loop.stops().size()) {
                    writeStop(loop.stops().get(i));
                }
            }
            line("");
            String end = clock(loop.totals().seconds());
            line(
                    loop.start().equals(loop.end())
                            ? words.of("Tillbaka vid starten kl. %s", "Back at the start at %s", end)
                            : words.of("Framme vid slutet kl. %s", "At the end at %s", end));
        }

        private void writeLeg(FootLeg leg) {
            int minutes = (leg.seconds() + 59) / 60;
            line(words.of("   Gå %d m, %d min", "   Walk %d m, %d min", leg.metres(), minutes));
            if (leg.stepMetres() > 0) {
                line(words.of("   Trappor: %d m", "   Steps: %d m", leg.stepMetres()));
            }
            for (FootStep step : leg.steps()) {
                String way = words.of(step.text());
                line("   - " + (step.metres() > 0 ? way + words.of(", %d m", ", %d m", step.metres()) : way));
            }
        }

        private void writeStop(WalkStop stop) {
            line("");
            line(words.numbered(stop));
            line(words.of(
                    "   Framme kl. %s, stanna %d min",
                    "   Arrive at %s, stay %d min", clock(stop.arrivalSeconds()), stop.minutes()));
            line("   " + words.of(stop.why()));
        }

        private void writeLeftOut() {
            if (plan.leftOut().isEmpty()) {
                return;
            }
            line("");
            line(words.of("Platser som inte kom med", "Places that were left out"));
            for (LeftOut one : plan.leftOut()) {
                line("- " + words.of(one.name()) + ": " + words.of(one.explanation()));
            }
        }

        private String clock(int secondsAfterStart) {
            return WalkWords.clock(plan.departure().start().plusSeconds(secondsAfterStart));
        }

        /** Names come from the map and may hold anything. */
        private void line(String line) {
            text.append(line.replaceAll("\\p{Cntrl}", " ")).append('\n');
        }
    }
}
