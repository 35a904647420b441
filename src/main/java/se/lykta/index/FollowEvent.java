package se.lykta.index;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * One look of the read index at the database, for Java's flight recorder: begins when the index is woken and ends when
 * what has changed is shown.
 *
 * <p>Exists so that somebody who saw a report late can tell whether the database, the index or the machine was slow. Costs
 * nothing while nobody records. Used by one thread.
 */
@Name(FollowEvent.NAME)
@Label("Read index follows")
@Category("Lykta")
@StackTrace(false)
final class FollowEvent extends Event {

    static final String NAME = "se.lykta.Follow";

    @Label("Version")
    @Description("the number of the last change that is shown")
    long version;

    @Label("Reports")
    @Description("how many were changed or removed")
    int reports;

    @Label("Read")
    @Description("nanoseconds that the database took")
    long readNanos;

    @Label("Built")
    @Description("nanoseconds that the new snapshot took")
    long buildNanos;
}
