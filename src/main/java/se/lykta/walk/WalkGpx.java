package se.lykta.walk;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;

/**
 * A walk as GPX 1.1 (topografix.com/GPX/1/1): stops as waypoints, the way as one track with a segment for each leg.
 *
 * <p>A track, not a route, because a device follows it as it is instead of finding its own way.
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
            writeMetadata(out, stored, english);
            Loop loop = stored.plan().loops().get(0);
            for (WalkStop stop : loop.stops()) {
                writeWaypoint(out, stop, english);
            }
            writeTrack(out, loop, english);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a walk cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void writeMetadata(XMLStreamWriter out, StoredWalk stored, boolean english) throws XMLStreamException {
        out.writeStartElement("metadata");
        writeText(out, "name", title(english));
        writeText(out, "desc", summary(stored.plan().loops().get(0), english) + ". " + attribution.get());
        writeText(out, "time", stored.created().toString());
        out.writeEndElement();
    }

    private static void writeWaypoint(XMLStreamWriter out, WalkStop stop, boolean english) throws XMLStreamException {
        out.writeStartElement("wpt");
        writePosition(out, stop.position());
        writeText(out, "name", stop.number() + ". " + in(stop.name(), english));
        String arrival = english ? "After %d min. %s" : "Efter %d min. %s";
        writeText(out, "desc", arrival.formatted(stop.arrivalSeconds() / 60, in(stop.why(), english)));
        writeText(out, "type", english ? "stop" : "stopp");
        out.writeEndElement();
    }

    private static void writeTrack(XMLStreamWriter out, Loop walk, boolean english) throws XMLStreamException {
        out.writeStartElement("trk");
        writeText(out, "name", title(english));
        writeText(out, "desc", summary(walk, english));
        for (FootLeg leg : walk.legs()) {
            writeSegment(out, leg.line());
        }
        out.writeEndElement();
    }

    private static void writeSegment(XMLStreamWriter out, List<LonLat> line) throws XMLStreamException {
        out.writeStartElement("trkseg");
        for (LonLat position : line) {
            out.writeStartElement("trkpt");
            writePosition(out, position);
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static void writePosition(XMLStreamWriter out, LonLat position) throws XMLStreamException {
        out.writeAttribute("lat", degrees(position.latDeg()));
        out.writeAttribute("lon", degrees(position.lonDeg()));
    }

    private static void writeText(XMLStreamWriter out, String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(withoutControls(text));
        out.writeEndElement();
    }

    private static String title(boolean english) {
        return english ? "Safety walk" : "Trygghetsvandring";
    }

    private static String summary(Loop walk, boolean english) {
        String stops = english ? (walk.stops().size() == 1 ? "stop" : "stops") : "stopp";
        String form = english ? "%d %s, %.1f km, %d minutes" : "%d %s, %.1f km, %d minuter";
        double kilometres = walk.totals().metres() / 1000.0;
        int minutes = (walk.totals().seconds() + 59) / 60;
        Locale locale = english ? Locale.ROOT : Locale.forLanguageTag("sv");
        return String.format(locale, form, walk.stops().size(), stops, kilometres, minutes);
    }

    private static String in(Name name, boolean english) {
        return english ? name.en() : name.sv();
    }

    /** The schema wants plain decimals, and XML 1.0 has no control characters. */
    private static String degrees(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    private static String withoutControls(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
