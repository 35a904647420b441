package se.lykta.hotspot;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a hotspot stands among the others of one answer.
 *
 * @param rank 1 for the one whose reports weigh most
 * @param group the letter of the group of causes in which it was found; none if all were looked at together
 * @param weight what its reports weigh in all; none if every report weighs 1
 */
public record Standing(int rank, Optional<String> group, OptionalDouble weight) {}
