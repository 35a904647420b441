package se.lykta.layer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of all layers, in the order in which they are offered. Immutable. */
public final class Layers {

    private final List<Layer> all;

    /** A catalogue of layers with different ids. */
    public Layers(List<Layer> layers) {
        all = List.copyOf(layers);
        if (all.stream().map(Layer::id).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two layers have the same id: " + ids());
        }
    }

    /** All layers. */
    public List<Layer> all() {
        return all;
    }

    /** The layer with this id, if there is one. */
    public Optional<Layer> find(String id) {
        return all.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** The ids for a message: "hotspots, reports". */
    public String ids() {
        return all.stream().map(Layer::id).collect(Collectors.joining(", "));
    }
}
