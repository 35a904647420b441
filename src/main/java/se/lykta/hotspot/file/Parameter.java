package se.lykta.hotspot.file;

/**
 * A parameter of a method as the help tells it.
 *
 * @param name without dashes, such as {@code min-pts}
 * @param label what stands for the value, such as {@code METRES}
 * @param otherwise the value without it; empty if it has to be given or nothing is done
 * @param help what it is
 */
public record Parameter(String name, String label, String otherwise, String help) {}
