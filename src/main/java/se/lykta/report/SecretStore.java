package se.lykta.report;

import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The keys of this installation, made at first need. Safe for use by many threads and processes. */
public final class SecretStore {

    private static final int BYTES = 32;

    private final SecureRandom random;

    /** A store that makes keys from this source. */
    public SecretStore(SecureRandom random) {
        this.random = random;
    }

    /** The key under which reporters are hashed. */
    public byte[] reporterKey(Handle transaction) {
        return findReporterKey(transaction).orElseGet(() -> makeReporterKey(transaction));
    }

    /** If somebody else makes one at the same time, the first one holds. */
    private byte[] makeReporterKey(Handle transaction) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        transaction.execute(
                "INSERT INTO secret (name, value) VALUES ('reporter', ?) ON CONFLICT (name) DO NOTHING", fresh);
        return findReporterKey(transaction).orElseThrow();
    }

    private static Optional<byte[]> findReporterKey(Handle transaction) {
        return transaction
                .createQuery("SELECT value FROM secret WHERE name = 'reporter'")
                .mapTo(byte[].class)
                .findOne();
    }
}
