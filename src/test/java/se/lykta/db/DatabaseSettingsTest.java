package se.lykta.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    @Test
    void bothSpellingsMeanTheSame() {
        var libpq = DatabaseSettings.parse("postgresql://anna:hemlig@db_1:5433/lykta?sslmode=require");
        var jdbc =
                DatabaseSettings.parse("jdbc:postgresql://db_1:5433/lykta?user=anna&password=hemlig&sslmode=require");

        assertThat(libpq)
                .isEqualTo(jdbc)
                .isEqualTo(new DatabaseSettings("db_1", 5433, "lykta", "anna", "hemlig", Map.of("sslmode", "require")));
    }

    @Test
    void escapesAreUndoneAndAPlusStaysAPlus() {
        var settings = DatabaseSettings.parse("postgres://a%40b:p%2F%3A%40+%C3%A5@localhost/bl%C3%A5");

        assertThat(settings.user()).isEqualTo("a@b");
        assertThat(settings.password()).isEqualTo("p/:@+å");
        assertThat(settings.database()).isEqualTo("blå");
    }

    @Test
    void whatIsLeftOutIsAsInLibpq() {
        var settings = DatabaseSettings.parse("postgresql://anna@");

        assertThat(settings).isEqualTo(new DatabaseSettings("localhost", 5432, "anna", "anna", "", Map.of()));
    }

    @Test
    void ipv6AddressesStandInBrackets() {
        assertThat(DatabaseSettings.parse("postgresql://a@[::1]:5433/b").host()).isEqualTo("::1");
        assertThat(DatabaseSettings.parse("postgresql://a@[::1]:5433/b")
                        .dataSource()
                        .getURL())
                .contains("[::1]:5433");
    }

    @Test
    void thePasswordIsInNoText() {
        var settings = DatabaseSettings.parse("postgresql://a:s3cret@b/c?sslpassword=s3cret");

        assertThat(settings.toString()).doesNotContain("s3cret").contains("a@b:5432/c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3cret",
                "mysql://a:s3cret@b/c",
                "postgresql://a:s3cret@b:99999/c",
                "postgresql://a:s3cret@b:0/c",
                "postgresql://a:s3cret@b,d/c",
                "postgresql://a:s3cret%zz@b/c",
                "postgresql://a:s3cret@b/c?sslmode",
                "postgresql://a:s3cret@b/c/d"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String url) {
        assertInvalid(() -> DatabaseSettings.parse(url));
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        var settings = DatabaseSettings.parse("postgresql://a:s3cret@b/c?ssl_mode=require");

        assertThatThrownBy(settings::dataSource).hasMessageContaining("ssl_mode");
        assertInvalid(settings::dataSource);
    }

    @Test
    void libpqNamesOfParametersAreUnderstood() {
        var source = DatabaseSettings.parse("postgresql://a@b/c?application_name=karta&connect_timeout=3")
                .dataSource();

        assertThat(source.getApplicationName()).isEqualTo("karta");
        assertThat(source.getConnectTimeout()).isEqualTo(3);
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.code()).isEqualTo("database-url-invalid"))
                .hasMessageNotContaining("s3cret");
    }
}
