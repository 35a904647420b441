package se.lykta.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import se.lykta.account.StaffToken;
import se.lykta.app.Settings.LimitSettings;
import se.lykta.app.Settings.ServerSettings;
import se.lykta.db.DatabaseException;
import se.lykta.db.DatabaseSettings;
import se.lykta.geo.MetricCrs;
import se.lykta.http.ApiException;
import se.lykta.http.Fault;
import se.lykta.http.TrustedProxies;

/**
 * Reads the settings: a flag wins over the environment, the environment over the file, the file over the default.
 *
 * <p>Unknown keys and bad values are refused, all at once, and secrets are never repeated in a message.
 */
public final class SettingsParser {

    private static final String PREFIX = "LYKTA_";
    private static final List<String> OTHER_VARIABLES = List.of("LYKTA_SETTINGS", "LYKTA_LOG_LEVEL", "LYKTA_JAVA_OPTS");

    private final Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    private final List<Fault> faults = new ArrayList<>();

    private SettingsParser() {}

    /**
     * The settings of this process.
     *
     * @param environment all variables; those that begin with {@code LYKTA_} have to be known ({@code LYKTA_SETTINGS}
     *     names the file)
     * @param flags values given on the command line
     * @param home the user's home directory
     * @param root whether the user is root
     * @throws ApiException {@code invalid-settings}
     */
    public static Settings parse(
            Map<String, String> environment, Map<SettingKey, String> flags, Path home, boolean root) {
        var parser = new SettingsParser();
        Optional.ofNullable(environment.get("LYKTA_SETTINGS")).map(Path::of).ifPresent(parser::readFile);
        environment.forEach(parser::readVariable);
        parser.values.putAll(flags);
        Settings settings = parser.settings(root ? Path.of("/var/lib/lykta") : home.resolve(".local/share/lykta"));
        if (!parser.faults.isEmpty()) {
            throw ApiException.invalid("invalid-settings", parser.faults);
        }
        return settings;
    }

    private void readFile(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings file " + file + " cannot be read", e);
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> SettingKey.find(name)
                        .ifPresentOrElse(
                                key -> values.put(key, properties.getProperty(name)),
                                () -> faults.add(new Fault(name, "unknown setting '%s' in %s".formatted(name, file)))));
    }

    private void readVariable(String name, String value) {
        if (!name.startsWith(PREFIX) || OTHER_VARIABLES.contains(name)) {
            return;
        }
        String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
        SettingKey.find(key)
                .ifPresentOrElse(
                        known -> values.put(known, value),
                        () -> faults.add(new Fault(name, "unknown variable " + name + ", see src/docs/settings.md")));
    }

    private Settings settings(Path defaultDirectory) {
        return new Settings(
                find(SettingKey.DATABASE_URL, DatabaseSettings::parse),
                find(SettingKey.DATA_DIR, Path::of)
                        .orElse(defaultDirectory)
                        .toAbsolutePath()
                        .normalize(),
                new ServerSettings(
                        value(SettingKey.HOST),
                        find(SettingKey.PORT, text -> number(text, 0, 65_535)).orElse(0),
                        find(SettingKey.TRUSTED_PROXIES, TrustedProxies::parse).orElse(TrustedProxies.none())),
                find(SettingKey.STAFF_TOKEN, StaffToken::new),
                find(SettingKey.TIME_ZONE, ZoneId::of).orElse(ZoneId.of("Europe/Stockholm")),
                find(SettingKey.METRIC_CRS, SettingsParser::metricCrs).flatMap(Function.identity()),
                new LimitSettings(
                        find(SettingKey.REPORTS_PER_HOUR, text -> number(text, 1, 100_000))
                                .orElse(1),
                        find(SettingKey.WALKS_PER_HOUR, text -> number(text, 1, 100_000))
                                .orElse(1)));
    }

    private <T> Optional<T> find(SettingKey key, Function<String, T> parser) {
        String text = value(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException | DatabaseException e) {
            String shown = key.isSecret() ? "the value (secret)" : "'" + text + "'";
            faults.add(new Fault(key.key(), "%s of %s is not valid: %s".formatted(shown, key.key(), e.getMessage())));
            return Optional.empty();
        }
    }

    private String value(SettingKey key) {
        return values.getOrDefault(key, key.otherwise()).strip();
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("expected %d..%d".formatted(least, most));
        }
        return number;
    }

    private static Optional<MetricCrs> metricCrs(String text) {
        if (text.equals("auto")) {
            return Optional.empty();
        }
        MetricCrs crs = MetricCrs.of(text);
        if (!crs.isMetric()) {
            throw new IllegalArgumentException(crs.name() + " is not metric");
        }
        return Optional.of(crs);
    }
}
