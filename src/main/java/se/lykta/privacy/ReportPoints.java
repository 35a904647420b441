package se.lykta.privacy;

import java.util.function.Consumer;
import se.lykta.report.ReportPoint;

/**
 * Where the release takes reports from; in the service {@code changeFeed::forEachPoint}.
 *
 * <p>Exists so that the veil is made from {@link ReportPoint}s only: what they do not have (text, contact, photos) can't
 * reach the public by any fault of the code behind this line.
 */
@FunctionalInterface
public interface ReportPoints {

    /** Hands over every report once, in any order. */
    void forEachPoint(Consumer<ReportPoint> reader);
}
