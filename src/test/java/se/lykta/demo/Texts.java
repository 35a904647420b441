package se.lykta.demo;

import java.util.List;
import java.util.Map;

/** Short neutral Swedish texts: about the place, never about a person. One in six reports has none. */
final class Texts {

    private static final double EMPTY = 0.16;

    private static final List<String> OTHER = List.of("Känns otryggt vid %s.", "Vill uppmärksamma läget vid %s.");

    private static final Map<String, List<String>> PHYSICAL = Map.ofEntries(
            Map.entry(
                    "A11",
                    List.of(
                            "Mörkt vid %s, fler lampor behövs.",
                            "Dålig belysning vid %s på kvällen.", "Svårt att se vem man möter vid %s.")),
            Map.entry(
                    "A12",
                    List.of(
                            "Lampan lyser inte vid %s.",
                            "Flera stolpar är släckta vid %s.", "Blinkande lampa vid %s.")),
            Map.entry("A21", List.of("Skymd sikt vid %s.", "Svårt att se runt hörnet vid %s.")),
            Map.entry("A22", List.of("Ingen insyn vid %s.", "Platsen vid %s syns inte från vägen.")),
            Map.entry("A23", List.of("Svårt att överblicka platsen vid %s.")),
            Map.entry(
                    "A31",
                    List.of(
                            "Buskarna har vuxit ut över %s.",
                            "Högt sly längs %s, behöver klippas.", "Grenar hänger ner vid %s.")),
            Map.entry("A41", List.of("Skräp vid %s.", "Överfull papperskorg vid %s.")),
            Map.entry("A42", List.of("Klotter vid %s.", "Nytt klotter på väggen vid %s.")),
            Map.entry("A43", List.of("Trasigt räcke vid %s.", "Slitet och ovårdat vid %s.")),
            Map.entry("A44", List.of("Ett övergivet fordon står vid %s.")),
            Map.entry(
                    "A53",
                    List.of(
                            "Gångtunneln känns otrygg, man ser inte ut på andra sidan.",
                            "Undviker %s efter mörkrets inbrott.")),
            Map.entry("A54", List.of("Svårt att komma fram vid %s.", "Halt och ojämnt vid %s.")),
            Map.entry("A61", List.of("Ödsligt vid %s på kvällen.")));

    private static final Map<String, List<String>> SOCIAL = Map.ofEntries(
            Map.entry(
                    "B11",
                    List.of(
                            "Bilar kör för fort på %s.",
                            "Hög fart vid %s på morgonen.", "Ingen håller hastigheten vid %s.")),
            Map.entry("B12", List.of("Buskörning vid %s.", "Burnouts och tvära svängar vid %s.")),
            Map.entry("B13", List.of("Mopeder kör fram och tillbaka vid %s.", "A-traktorer med hög musik vid %s.")),
            Map.entry("B21", List.of("Bilar stannar inte vid övergångsstället på %s.", "Otrygg korsning vid %s.")),
            Map.entry("B22", List.of("Mopeder på gångvägen vid %s.")),
            Map.entry("B23", List.of("Felparkerade bilar vid %s.", "Parkerade bilar skymmer vid %s.")),
            Map.entry("B31", List.of("Hållplatsen vid %s känns otrygg.", "Väntkuren vid %s är sönder.")),
            Map.entry("C11", List.of("Större samling vid %s på kvällen.")),
            Map.entry("C12", List.of("Stökigt vid %s.", "Skrik och bråk vid %s på kvällen.", "Hög musik sent vid %s.")),
            Map.entry("D11", List.of("Skadegörelse vid %s.", "Något är sönderslaget vid %s.")),
            Map.entry("D12", List.of("Glaskross på marken vid %s.", "Krossad ruta vid %s.")),
            Map.entry("D13", List.of("Brand i papperskorg vid %s.")),
            Map.entry("E11", List.of("Många människor vid %s under ett arrangemang.")),
            Map.entry(
                    "F11",
                    List.of("Trivs bra vid %s.", "Tryggt och fint vid %s.", "Här är det alltid folk, bra belyst.")));

    private Texts() {}

    /** A text about a cause at a place, with a part that may be missing. */
    static String about(String cause, String place, Dice dice) {
        if (dice.chance(EMPTY)) {
            return "";
        }
        List<String> known = PHYSICAL.getOrDefault(cause, SOCIAL.getOrDefault(cause, OTHER));
        return dice.pick(known).replace("%s", place);
    }
}
