package se.lykta.hotspot.surface;

import java.math.BigDecimal;
import java.math.MathContext;

/** Kernel density straight from its formulas, each pair by itself, with exact sums; shares no code with the real one. */
final class KernelOracle {

    private KernelOracle() {}

    static double[] quarticPerKm2(double h, double[][] points, double[][] sites) {
        double[] density = new double[sites[0].length];
        for (int site = 0; site < density.length; site++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < points[0].length; i++) {
                double d = Math.hypot(points[0][i] - sites[0][site], points[1][i] - sites[1][site]);
                double share = d < h ? 3 / (Math.PI * h * h) * Math.pow(1 - Math.pow(d / h, 2), 2) : 0;
                sum = sum.add(BigDecimal.valueOf(share * points[2][i]), MathContext.UNLIMITED);
            }
            density[site] = sum.doubleValue() * 1e6;
        }
        return density;
    }

    static double[] gaussianPerKm2(double sigma, double[][] points, double[][] sites) {
        double[] density = new double[sites[0].length];
        for (int site = 0; site < density.length; site++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < points[0].length; i++) {
                double d = Math.hypot(points[0][i] - sites[0][site], points[1][i] - sites[1][site]);
                double share = Math.exp(-d * d / (2 * sigma * sigma)) / (2 * Math.PI * sigma * sigma);
                sum = sum.add(BigDecimal.valueOf(share * points[2][i]), MathContext.UNLIMITED);
            }
            density[site] = sum.doubleValue() * 1e6;
        }
        return density;
    }
}
