package se.lykta.walk;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.lykta.geo.LonLat;
import se.lykta.walk.network.FootLeg;
import se.lykta.walk.plan.Loop;
import se.lykta.walk.plan.WalkPlan;
import se.lykta.walk.plan.WalkStop;

/**
 * A walk as GPX 1.1 (topografix.com/GPX/1/1): stops as waypoints, the way of each group as a track with a segment for
 * each leg.
 *
 * <p>Tracks, not routes, because a device follows them as they are instead of finding its own way.
 */
final class WalkGpx {

    private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
    private final Supplier<String> attribution;

    WalkGpx(Supplier<String> attribution) {
        this.attribution = attribution;
    }

    /** The file in Swedish or English. */
    byte[] write(StoredWalk stored, boolean english) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = factory.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("gpx");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("version", "1.1");
            out.writeAttribute("creator", "Lykta");
            new Writer(out, stored.plan(), new WalkWords(english))
                    .write(stored.created().toString(), attribution.get());
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a walk cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** One file in the making; elements in the order of the schema. */
    private record Writer(XMLStreamWriter out, WalkPlan plan, WalkWords words) {

        void write(String created, String attribution) throws XMLStreamException {
            writeMetadata(created, attribution);
            for (Loop loop : plan.loops()) {
                for (WalkStop stop : loop.stops()) {
                    writeWaypoint(loop, stop);
                }
            }
            for (Loop loop : plan.loops()) {
                writeTrack(loop);
            }
        }

        private void writeMetadata(String created, String attribution) throws XMLStreamException {
            String loops = plan.loops().stream().map(words::summary).collect(Collectors.joining("; "));
            LocalDateTime start = plan.departure().start();
            String when = words.of("%s kl. %s", "%s at %s", words.day(start), WalkWords.clock(start));
            out.writeStartElement("metadata");
            writeText("name", words.title());
            writeText("desc", "%s. %s. %s".formatted(when, loops, attribution));
            writeText("time", created);
            out.writeEndElement();
        }

        private void writeWaypoint(Loop loop, WalkStop stop) throws XMLStreamException {
            LocalDateTime arrival = plan.departure().start().plusSeconds(stop.arrivalSeconds());
            out.writeStartElement("wpt");
            writePosition(stop.position());
            writeText("name", (plan.loops().size() == 1 ? "" : loop.group() + ":") + words.numbered(stop));
            writeText(
                    "desc",
                    words.of(
                            "Kl. %s, efter %d min. %s",
                            "At %s, after %d min. %s",
                            WalkWords.clock(arrival),
                            stop.arrivalSeconds() / 60,
                            words.of(stop.why())));
            writeText("type", words.of("stopp", "stop"));
            out.writeEndElement();
        }

        private void writeTrack(Loop loop) throws XMLStreamException {
            out.writeStartElement("trk");
            writeText("name", words.title(plan, loop));
            writeText("desc", words.summary(loop));
            for (FootLeg leg : loop.legs()) {
                writeSegment(leg.line());
            }
            out.writeEndElement();
        }

        private void writeSegment(List<LonLat> line) throws XMLStreamException {
            out.writeStartElement("trkseg");
            for (LonLat position : line) {
                out.writeStartElement("trkpt");
                writePosition(position);
                out.writeEndElement();
            }
            out.writeEndElement();
        }

        private void writePosition(LonLat position) throws XMLStreamException {
            out.writeAttribute("lat", degrees(position.latDeg()));
            out.writeAttribute("lon", degrees(position.lonDeg()));
        }

        private void writeText(String element, String text) throws XMLStreamException {
            out.writeStartElement(element);
            out.writeCharacters(withoutControls(text));
            out.writeEndElement();
        }

        /** The schema wants plain decimals, and XML 1.0 has no control characters. */
        private static String degrees(double value) {
            return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
        }

        private static String withoutControls(String text) {
            return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
        }
    }
}
