package se.lykta.walk.plan;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a walk starts.
 *
 * @param start what the clock on the wall shows in the municipality
 * @param civilDusk when it gets dark that evening, the same clock; null if it does not
 * @param dark whether the walk is meant to be in the dark
 */
public record Departure(LocalDateTime start, @Nullable LocalDateTime civilDusk, boolean dark) {}
