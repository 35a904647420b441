package se.lykta.place.osm.file;

import java.util.Map;
import java.util.function.Consumer;
import org.openstreetmap.osmosis.core.container.v0_6.EntityContainer;
import org.openstreetmap.osmosis.core.task.v0_6.Sink;

/**
 * An osmosis sink that is only a function of elements: the life-cycle is ours, not the pipeline's.
 *
 * @param elements hears every element
 */
public record ElementSink(Consumer<EntityContainer> elements) implements Sink {

    @Override
    public void process(EntityContainer container) {
        elements.accept(container);
    }

    @Override
    public void initialize(Map<String, Object> metaData) {
        // nothing to prepare
    }

    @Override
    public void complete() {
        // the reader says when it is complete
    }

    @Override
    public void close() {
        // nothing is open
    }
}
