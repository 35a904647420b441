package se.lykta.hotspot.file;

import java.util.List;
import java.util.function.DoubleConsumer;
import se.lykta.http.QueryParameters;

/**
 * A method that can be run on a file of points.
 *
 * <p>Exists so that command line, help and tests treat all methods alike: each names its parameters, reads them strictly
 * and gives a table. Immutable, safe for use by many threads.
 */
public interface Method {

    /** What it is called on the command line, such as {@code dbscan}. */
    String name();

    /** One sentence for the help. */
    String summary();

    /** The parameters that it reads; any other one is refused. */
    List<Parameter> parameters();

    /** Whether points without a usable position are handed over too, as not a number; all others never see any. */
    default boolean takesBadPoints() {
        return false;
    }

    /** Whether it compares times with one another, so that it wants the reports of all years. */
    default boolean comparesTimes() {
        return false;
    }

    /**
     * Runs it: reads all parameters, calls {@link QueryParameters#check()}, then computes.
     *
     * @param progress hears the share that is done, 0..1, growing
     * @throws se.lykta.http.ApiException for parameters or points that it can't be run on
     */
    Table run(Input input, QueryParameters parameters, DoubleConsumer progress);
}
