package se.lykta.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who we are there.
 *
 * <p>Exists so that both spellings people have at hand, libpq's {@code postgresql://} and JDBC's, are understood and so
 * that a password never reaches a log: {@link #toString} leaves it out. Immutable.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param password empty if the server trusts us or a pgpass file has it
 * @param options further parameters of the JDBC driver, such as {@code sslmode}
 */
public record DatabaseSettings(
        String host, int port, String database, String user, String password, Map<String, String> options) {

    private static final int DEFAULT_PORT = 5432;
    private static final String EXAMPLE = "postgresql://user:password@host:5432/database";
    private static final Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
            + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:/?,\\[\\]]*)(?::(?<port>\\d{1,5}))?"
            + "(?:/(?<database>[^/?]*))?(?:\\?(?<query>.*))?");

    /** What libpq calls a parameter that the JDBC driver knows by another name. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "keepalives", "tcpKeepAlive");

    /** Checks the values and copies the options. */
    public DatabaseSettings {
        if (host.isBlank() || database.isBlank() || user.isBlank()) {
            throw invalid("host, database and user must not be empty");
        }
        if (port < 1 || port > 65535) {
            throw invalid("the port " + port + " is not between 1 and 65535");
        }
        options = Map.copyOf(options);
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database?option=value} or the same with {@code jdbc:} in front.
     *
     * @throws DatabaseException {@code database-url-invalid}; the message never repeats the URL, it may hold a password
     */
    public static DatabaseSettings parse(String url) {
        Matcher matcher = URL.matcher(url.strip());
        if (!matcher.matches()) {
            throw invalid("it does not look like " + EXAMPLE);
        }
        Map<String, String> options = options(group(matcher, "query", ""));
        String user = option(options, "user", decode(group(matcher, "user", "")));
        String password = option(options, "password", decode(group(matcher, "password", "")));
        String port = group(matcher, "port", Integer.toString(DEFAULT_PORT));
        String host = group(matcher, "host", "localhost").replaceAll("[\\[\\]]", "");
        String whoever = user.isEmpty() ? System.getProperty("user.name") : user;
        String database = decode(group(matcher, "database", whoever));
        return new DatabaseSettings(host, Integer.parseInt(port), database, whoever, password, options);
    }

    /** The same server and user, another database. */
    public DatabaseSettings withDatabase(String other) {
        return new DatabaseSettings(host, port, other, user, password, options);
    }

    /** A source of single connections, not pooled. */
    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("lykta");
        source.setConnectTimeout(10);
        source.setTcpKeepAlive(true);
        options.forEach((name, value) -> setOption(source, name, value));
        source.setServerNames(new String[] {host.contains(":") ? "[" + host + "]" : host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        return source;
    }

    /** Host, port and database, for messages. */
    String place() {
        return database + " on " + host + ":" + port;
    }

    /** Everything except the password and the options, which may hold secrets too. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + user + "@" + host + ":" + port + "/" + database + "]";
    }

    private static void setOption(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(DRIVER_NAMES.getOrDefault(name, name), value);
        } catch (SQLException | IllegalArgumentException e) {
            throw new DatabaseException(
                    "database-url-invalid", "the database URL has a parameter that is not known: " + name, e);
        }
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                options.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                throw invalid("a parameter after the question mark has no value");
            }
        }
        return options;
    }

    private static String option(Map<String, String> options, String name, String otherwise) {
        String value = options.remove(name);
        return value == null ? otherwise : value;
    }

    private static String group(Matcher matcher, String name, String otherwise) {
        String value = matcher.group(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** Percent decoding; a plus sign stays one, unlike in a form. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new DatabaseException(
                    "database-url-invalid",
                    "the database URL is not right: a percent sign is not followed by two hex digits");
        }
    }

    private static DatabaseException invalid(String why) {
        return new DatabaseException("database-url-invalid", "the database URL is not right: " + why);
    }
}
