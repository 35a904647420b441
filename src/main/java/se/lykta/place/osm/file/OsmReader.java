package se.lykta.place.osm.file;

import crosby.binary.file.BlockInputStream;
import crosby.binary.file.FileFormatException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.openstreetmap.osmosis.core.OsmosisRuntimeException;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;
import org.openstreetmap.osmosis.xml.v0_6.impl.OsmHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import se.lykta.http.ApiException;
import se.lykta.place.OsmFormat;

/**
 * Streams an OSM file (PBF, XML, gzipped XML) into a sink, with osmosis's parsers.
 *
 * <p>Exists for what those parsers leave open: the PBF reader takes a file that ends within a block for a complete one,
 * and the XML reader would fetch external entities. Here a cut file is always a fault. Holds no state.
 */
public final class OsmReader {

    private static final int LONGEST_REMARK = 500;

    private final Path file;
    private final String name;

    /**
     * A reader of a file.
     *
     * @param name what people call the file; its ending decides the format
     */
    public OsmReader(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Reads the whole file.
     *
     * @param bytesRead hears how far the reading is
     * @throws ApiException {@code osm-truncated}, {@code osm-unreadable}
     */
    public void read(Sink sink, LongConsumer bytesRead) {
        try (var counted = new CountedInput(new BufferedInputStream(Files.newInputStream(file), 1 << 16), bytesRead)) {
            switch (OsmFormat.of(name)) {
                case PBF -> readPbf(counted, sink);
                case XML -> readXml(counted, sink);
                case XML_GZ -> readXml(unzipped(counted), sink);
            }
        } catch (EOFException e) {
            throw truncated();
        } catch (ZipException e) {
            throw unreadable("it is not gzipped");
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        }
    }

    private void readPbf(CountedInput in, Sink sink) throws IOException {
        var blocks = new CheckedBlocks(in, sink);
        try {
            new BlockInputStream(in, blocks).process();
        } catch (FileFormatException
                | OsmosisRuntimeException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException e) {
            throw unreadable("its blocks are not those of a PBF file");
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof FileFormatException ? unreadable("a block can't be decoded") : e;
        }
        if (blocks.count() == 0) {
            throw in.count() < 4 ? truncated() : unreadable("its blocks are not those of a PBF file");
        }
        if (blocks.end() != in.count()) {
            throw truncated();
        }
    }

    private void readXml(CountedInput plain, Sink sink) throws IOException {
        var handler = new RootCheck(sink);
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(plain, handler);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser can't be made safe", e);
        } catch (SAXException | OsmosisRuntimeException | IllegalArgumentException e) {
            throw plain.cut() || (handler.isOsm() && handler.isOpen() && plain.ended())
                    ? truncated()
                    : unreadable(handler.isOsm() ? "it is not well formed" : "it is not OpenStreetMap XML");
        }
        if (plain.cut()) {
            throw truncated();
        }
        if (!handler.failure().isEmpty()) {
            throw fault("osm-truncated", "is not complete, the server that made it says: " + handler.failure());
        }
    }

    private static CountedInput unzipped(InputStream zipped) throws IOException {
        return new CountedInput(new BufferedInputStream(new GZIPInputStream(zipped, 1 << 16)), bytes -> {});
    }

    private ApiException truncated() {
        return fault("osm-truncated", "is cut off: it ends before its last element does");
    }

    private ApiException unreadable(String why) {
        return fault("osm-unreadable", "can't be read as OpenStreetMap data: " + why);
    }

    private ApiException fault(String code, String what) {
        return new ApiException(ApiException.Kind.UNPROCESSABLE, code, name + " " + what, List.of());
    }

    /** Lets nothing but {@code <osm>} pass as the root, and knows whether it was closed. */
    private static final class RootCheck extends OsmHandler {

        private final StringBuilder remark = new StringBuilder();
        private int depth;
        private boolean osm;
        private boolean inRemark;

        RootCheck(Sink sink) {
            super(sink, false);
        }

        boolean isOsm() {
            return osm;
        }

        /** What the server that made the file says went wrong; empty if all went well. */
        String failure() {
            return remark.indexOf("error") < 0 ? "" : OsmText.clean(remark.toString());
        }

        boolean isOpen() {
            return depth > 0;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            if (depth == 0 && !qName.equals("osm")) {
                throw new OsmosisRuntimeException("root element " + qName);
            }
            osm = true;
            depth++;
            inRemark = qName.equals("remark");
            super.startElement(uri, localName, qName, versioned(attributes));
        }

        /** The library insists on a version, which Overpass leaves out unless it is asked for. */
        private static Attributes versioned(Attributes attributes) {
            if (attributes.getIndex("id") < 0 || attributes.getIndex("version") >= 0) {
                return attributes;
            }
            var complete = new AttributesImpl(attributes);
            complete.addAttribute("", "version", "version", "CDATA", "1");
            return complete;
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            super.endElement(uri, localName, qName);
            depth--;
            inRemark = false;
        }

        @Override
        public void characters(char[] text, int start, int length) {
            if (inRemark) {
                remark.append(text, start, Math.min(length, Math.max(0, LONGEST_REMARK - remark.length())));
            }
        }
    }
}
