package se.lykta.index;

import java.util.function.Consumer;
import se.lykta.report.ReportPoint;

/** What the public may see, as the index reads it: the rows of the newest release. */
public interface ReleasedReports {

    /** Another number whenever the rows are others. */
    long version();

    /** Hands over every row. */
    void forEachPoint(Consumer<ReportPoint> reader);
}
