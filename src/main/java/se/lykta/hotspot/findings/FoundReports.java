package se.lykta.hotspot.findings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.audit.Code;
import se.lykta.hotspot.audit.Finding;
import se.lykta.hotspot.audit.Severity;

/**
 * A finding of the audit of the database.
 *
 * @param id made from code and reports: the same finding of a later audit has the same one
 * @param code what it is
 * @param severity how much it can spoil a map
 * @param reports how many are concerned
 * @param place where it is, or where it is worst
 * @param sentence what a person reads
 */
public record FoundReports(
        String id, Code code, Severity severity, int reports, Optional<LonLat> place, Finding.Sentence sentence) {

    private static final int ID_BYTES = 8;

    /** Whether all reports at exactly its place are meant, those that come later, too. */
    boolean isOfPosition() {
        return code == Code.DEFAULT_GEOCODE;
    }

    /** The id of a finding about some reports, given in ascending order. */
    static String id(Code code, long[] reports) {
        MessageDigest digest = digest();
        digest.update(code.id().getBytes(StandardCharsets.UTF_8));
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        for (long report : reports) {
            digest.update(number.putLong(0, report).array());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
