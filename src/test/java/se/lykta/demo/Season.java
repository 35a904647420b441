package se.lykta.demo;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the reports of a year spread over its months, January first. */
enum Season {
    EVEN("1 1 1 1 1 1 1 1 1 1 1 1"),
    DARK("1.2 0.9 0.5 0.2 0 0 0 0.5 1.0 1.3 1.5 1.4"),
    SUMMER("0 0 0.1 0.4 1.1 1.5 1.6 1.3 0.8 0.3 0 0"),
    OUTDOOR("0.5 0.5 0.6 0.9 1.3 1.5 1.4 1.4 1.2 0.9 0.6 0.8"),
    SCHOOL_YEAR("1 1 1.1 1 1.1 0.5 0.1 0.7 1.2 1.1 1.1 0.8");

    private final String weights;

    Season(String weights) {
        this.weights = weights;
    }

    double weight(int month) {
        return Double.parseDouble(weights.split(" ", -1)[month - 1]);
    }

    /** Splits a year's number, July to June, into whole numbers a month that sum to it. */
    Map<YearMonth, Integer> split(int firstYear, int total) {
        double sum = 0;
        for (int month = 1; month <= 12; month++) {
            sum += weight(month);
        }
        Map<YearMonth, Integer> months = new LinkedHashMap<>();
        double soFar = 0;
        for (int i = 0; i < 12; i++) {
            YearMonth month = YearMonth.of(firstYear, 7).plusMonths(i);
            double next = soFar + total * weight(month.getMonthValue()) / sum;
            months.put(month, (int) (Math.round(next) - Math.round(soFar)));
            soFar = next;
        }
        return months;
    }
}
