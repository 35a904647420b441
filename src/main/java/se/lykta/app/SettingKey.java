package se.lykta.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting with its help and default in one line: the file, the environment, flags and docs are made from this. */
public enum SettingKey {
    /** See the help text, as for all. */
    DATABASE_URL(
            "",
            true,
            "any PostGIS ≥ 3.3 on PostgreSQL ≥ 14, postgresql://user:password@host:port/name; empty: an own private cluster"),
    DATA_DIR(
            "",
            false,
            "where the private cluster, the map file and the foot network live; empty: /var/lib/lykta for root, else ~/.local/share/lykta"),
    HOST("127.0.0.1", false, "address to listen on; 0.0.0.0 for all"),
    PORT("8080", false, "port to listen on, 0..65535; 0: any free one"),
    TRUSTED_PROXIES(
            "",
            false,
            "addresses, ranges a-b or blocks a/bits of the proxies in front, between commas; only their X-Forwarded-For, -Proto and -Host count; empty: none"),
    STAFF_TOKEN(
            "",
            true,
            "what staff sign in with, at least 24 characters; empty: one is made and kept in the data directory"),
    TIME_ZONE("Europe/Stockholm", false, "time zone of the municipality, an IANA name"),
    METRIC_CRS(
            "auto",
            false,
            "metric coordinate system of analyses, an EPSG code; auto: EPSG:3006 in Sweden, else the UTM zone"),
    REPORTS_PER_HOUR("30", false, "reports that one address may send in an hour, 1..100000"),
    WALKS_PER_HOUR("60", false, "walks that one address may plan, and have printed, in an hour, 1..100000");

    private final String otherwise;
    private final boolean secret;
    private final String help;

    SettingKey(String otherwise, boolean secret, String help) {
        this.otherwise = otherwise;
        this.secret = secret;
        this.help = help;
    }

    /** The key of a name as it stands in a settings file, if there is one. */
    public static Optional<SettingKey> find(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    /** The name in a settings file and, behind two dashes, as a flag: {@code data-dir}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in the environment: {@code LYKTA_DATA_DIR}. */
    public String variable() {
        return "LYKTA_" + name();
    }

    /** The value if nothing else is said. */
    public String otherwise() {
        return otherwise;
    }

    /** Says whether the value must never be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** One line of help. */
    public String help() {
        return help;
    }
}
