package se.lykta.demo;

import java.util.Arrays;
import java.util.List;

/**
 * Codes with weights, written as {@code "A11:60 A12:25"}.
 *
 * @param codes the codes, in the order written
 * @param weights their weights
 */
record Weights(List<String> codes, List<Double> weights) {

    static Weights of(String text) {
        List<String[]> pairs = Arrays.stream(text.split(" ", -1))
                .map(pair -> pair.split(":", -1))
                .toList();
        return new Weights(
                pairs.stream().map(pair -> pair[0]).toList(),
                pairs.stream().map(pair -> Double.valueOf(pair[1])).toList());
    }

    String draw(Dice dice) {
        return codes.get(
                dice.weighted(weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
