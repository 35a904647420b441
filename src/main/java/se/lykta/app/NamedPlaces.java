package se.lykta.app;

import java.util.Optional;
import se.lykta.geo.LonLat;
import se.lykta.hotspot.words.Name;
import se.lykta.hotspot.words.NearestPlace;
import se.lykta.place.Gazetteer;

/** The gazetteer, as hotspots ask it. */
record NamedPlaces(Gazetteer gazetteer) implements NearestPlace {

    @Override
    public Optional<Name> find(LonLat position) {
        return gazetteer.nearest(position).map(place -> new Name(place.sv(), place.en()));
    }

    @Override
    public String version() {
        return gazetteer.version();
    }
}
