package se.lykta.place;

/** Puts names into the words people use, in Swedish and English. Names themselves are never translated. */
final class Phrases {

    private Phrases() {}

    static PlaceName of(String name, NameKind kind, boolean inside) {
        return switch (kind) {
            case UNDERPASS -> inUnderpass(name);
            case STREET -> onStreet(name);
            case PARK ->
                inside
                        ? new PlaceName(name, "i " + name, "in " + name)
                        : new PlaceName(name, "vid " + name, "at " + name);
            case LOCALITY, GROUNDS -> inArea(name);
            case SQUARE, CEMETERY ->
                inside
                        ? new PlaceName(name, "på " + name, "on " + name)
                        : new PlaceName(name, "vid " + name, "at " + name);
            case STOP -> new PlaceName(name, "vid hållplatsen " + name, "at the stop " + name);
            case PARKING -> new PlaceName(name, "vid parkeringen " + name, "at the car park " + name);
            default -> new PlaceName(name, "vid " + name, "at " + name);
        };
    }

    static PlaceName onStreet(String name) {
        return new PlaceName(name, "på " + name, "on " + name);
    }

    static PlaceName atCrossing(String street, String crossing) {
        return new PlaceName(
                street + " vid " + crossing, "på " + street + " vid " + crossing, "on " + street + " at " + crossing);
    }

    /**
     * In an underpass.
     *
     * @param name of the underpass itself or of the street above it; may be empty
     */
    static PlaceName inUnderpass(String name) {
        if (name.isEmpty()) {
            return new PlaceName("gångtunneln", "i gångtunneln", "in the underpass");
        }
        if (name.endsWith("tunneln") || name.endsWith("porten")) {
            return new PlaceName(name, "i " + name, "in " + name);
        }
        return new PlaceName(
                "gångtunneln under " + name, "i gångtunneln under " + name, "in the underpass below " + name);
    }

    static PlaceName inArea(String name) {
        return new PlaceName(name, "i " + name, "in " + name);
    }
}
