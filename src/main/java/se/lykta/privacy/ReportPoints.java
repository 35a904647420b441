package se.lykta.privacy;

import java.util.function.Consumer;
import se.lykta.report.PointView;

/**
 * Where the release takes reports from; in the service {@code changeFeed::forEachView}.
 *
 * <p>Exists so that the veil is made from {@link PointView}s only: what they do not have (text, contact, photos) can't
 * reach the public by any fault of the code behind this line.
 */
@FunctionalInterface
public interface ReportPoints {

    /** Hands over every report once, in any order; the reader keeps values, never the view. */
    void forEachPoint(Consumer<PointView> reader);
}
