package se.lykta.hotspot.analysis;

import java.time.Instant;
import java.util.Optional;
import se.lykta.geo.MetricCrs;
import se.lykta.hotspot.facts.Window;
import se.lykta.hotspot.file.Table;

/**
 * What was found, with all that is needed to find it again.
 *
 * @param table rows and facts
 * @param crs the system of its geometries
 * @param reports how many reports were looked at
 * @param window the days in which they happened, if there were any
 * @param computedAt when
 */
public record Result(Table table, MetricCrs crs, int reports, Optional<Window> window, Instant computedAt) {}
