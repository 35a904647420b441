package se.lykta.app;

import java.util.function.Consumer;
import se.lykta.index.ReleasedReports;
import se.lykta.privacy.ReleaseFeed;
import se.lykta.report.ReportPoint;

/** The anonymised release, as the index reads it. */
record PublicReports(ReleaseFeed feed) implements ReleasedReports {

    @Override
    public long version() {
        return feed.version();
    }

    @Override
    public void forEachPoint(Consumer<ReportPoint> reader) {
        feed.forEachPoint(reader);
    }
}
