package se.lykta.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns who reported into a number that tells voices apart and names nobody.
 *
 * <p>Hotspots need several voices, not several reports of one angry person. The number is 63 bits of an HMAC-SHA-256
 * under a key of this installation: without the key nobody can try out addresses. Anonymous reporters can't be told
 * apart, so all of one local day are one voice; their numbers are below zero. Used by one thread.
 */
public final class ReporterKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /** The hashing of one installation. */
    public ReporterKeys(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java cannot compute " + ALGORITHM, e);
        }
    }

    /** The key of somebody known by a reference of the sending system, at least 0. */
    public long ofReference(String reference) {
        return hash("reference:" + reference) & Long.MAX_VALUE;
    }

    /** The key of somebody known by a contact: the same for the same address however it is written; at least 0. */
    long ofContact(Contact contact) {
        String email = contact.email();
        if (email != null) {
            return hash("email:" + email.toLowerCase(Locale.ROOT)) & Long.MAX_VALUE;
        }
        String digits = String.valueOf(contact.phone()).replaceAll("[^0-9+]", "");
        return hash("phone:" + digits.replaceFirst("^(\\+|00)46", "0")) & Long.MAX_VALUE;
    }

    /** The key that all anonymous reporters of a local day share, below 0. */
    public long anonymous(LocalDate day) {
        return hash("anonymous:" + day) | Long.MIN_VALUE;
    }

    private long hash(String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
