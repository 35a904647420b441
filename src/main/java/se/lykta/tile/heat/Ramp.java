package se.lykta.tile.heat;

import java.awt.image.IndexColorModel;
import java.util.List;

/**
 * From density to colour: five colours at five class limits, blended between them, fading out below the first.
 *
 * <p>The number of a colour is the density on a scale of octaves, each cut into {@value #STEPS} equal steps, read straight
 * off the bits of a float: exponent and first bits of the fraction. So a picture costs one shift per pixel, and a step is
 * at most 3 per cent of the density. Immutable.
 */
final class Ramp {

    /** From few to many on a light map; on a dark one the other way round. */
    static final List<String> COLOURS = List.of("#fde3b0", "#fcab52", "#e8602c", "#b5222a", "#67001f");

    private static final int STEPS = 32;
    private static final int SHIFT = 23 - 5;
    private static final int SIZE = 256;
    private static final int OPAQUE_FIRST = 150;
    private static final int OPAQUE_LAST = 220;

    /** Below this part of the first limit nothing is drawn. */
    private static final double FADE = 0.25;

    private final double[] limits;
    private final int base;

    /** A ramp of rising class limits, as many as there are colours. */
    Ramp(double[] limits) {
        this.limits = limits.clone();
        this.base = Float.floatToRawIntBits((float) (limits[0] * FADE)) >> SHIFT;
    }

    /** The colour's number of a density, 0 for nothing, up to 255. */
    int index(float density) {
        int index = (Float.floatToRawIntBits(density) >> SHIFT) - base;
        return Math.max(0, Math.min(SIZE - 1, index));
    }

    /** The colours by number; on a dark map reversed, so that more is brighter. */
    IndexColorModel colours(boolean dark) {
        byte[] red = new byte[SIZE];
        byte[] green = new byte[SIZE];
        byte[] blue = new byte[SIZE];
        byte[] alpha = new byte[SIZE];
        for (int i = 1; i < SIZE; i++) {
            double density = Float.intBitsToFloat((base + i) << SHIFT) * (1 + 0.5 / STEPS);
            double place = place(density);
            red[i] = (byte) blend(place, 16, dark);
            green[i] = (byte) blend(place, 8, dark);
            blue[i] = (byte) blend(place, 0, dark);
            alpha[i] = (byte) alpha(density, place);
        }
        return new IndexColorModel(8, SIZE, red, green, blue, alpha);
    }

    /** Where a density lies among the limits: 0 at the first and below, 4 at the fifth and above, between by ratio. */
    private double place(double density) {
        if (density <= limits[0]) {
            return 0;
        }
        for (int i = 1; i < limits.length; i++) {
            if (density < limits[i]) {
                return i - 1 + Math.log(density / limits[i - 1]) / Math.log(limits[i] / limits[i - 1]);
            }
        }
        return limits.length - 1;
    }

    private static int blend(double place, int shift, boolean dark) {
        int below = Math.min((int) place, COLOURS.size() - 2);
        double part = place - below;
        return (int) Math.round(channel(below, shift, dark) * (1 - part) + channel(below + 1, shift, dark) * part);
    }

    private static int channel(int colour, int shift, boolean dark) {
        String hex = COLOURS.get(dark ? COLOURS.size() - 1 - colour : colour);
        return Integer.parseInt(hex.substring(1), 16) >> shift & 0xff;
    }

    private int alpha(double density, double place) {
        if (density < limits[0]) {
            double part = (density / limits[0] - FADE) / (1 - FADE);
            return (int) Math.round(OPAQUE_FIRST * Math.max(0, part));
        }
        return (int) Math.round(OPAQUE_FIRST + (OPAQUE_LAST - OPAQUE_FIRST) * place / (limits.length - 1));
    }
}
