package se.lykta.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the code to the order of packages and the fences of {@code src/docs/architecture.md}. */
class ArchitectureTest {

    private static final List<String> ORDER = List.of(
            "geo",
            "taxonomy",
            "http",
            "db",
            "account",
            "place",
            "place.search",
            "place.snap",
            "place.area.file",
            "place.area",
            "place.osm.file",
            "place.osm.sea",
            "place.osm",
            "place.base",
            "report",
            "report.exclusion",
            "report.csv",
            "privacy",
            "index",
            "hotspot.density",
            "hotspot.probability",
            "hotspot.cells",
            "hotspot.surface",
            "hotspot.confidence",
            "hotspot.chance",
            "hotspot.scan",
            "hotspot.audit",
            "hotspot.file",
            "hotspot.facts",
            "hotspot.identity",
            "hotspot.words",
            "hotspot",
            "hotspot.analysis",
            "hotspot.findings",
            "walk.orienteering",
            "walk.network",
            "walk.plan",
            "walk",
            "walk.paper",
            "walk.protocol",
            "walk.invitation",
            "walk.findings",
            "layer",
            "tile.mvt",
            "tile.heat",
            "tile",
            "export",
            "app",
            "cli");

    /** A handle or a running COPY may be passed on and a row be read anywhere; statements are made in stores only. */
    private static final Set<String> STATEMENTS =
            Set.of("java.sql.Connection", "java.sql.Statement", "java.sql.PreparedStatement");

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("se.lykta");
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> packages = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .isSubsetOf(ORDER.stream().map(ArchitectureTest::packageOf).toList());
    }

    @Test
    void packagesImportOnlyUpstream() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] downstream = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(packageOf(ORDER.get(i))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(downstream))
                    .check(classes);
        }
    }

    @Test
    void noPackageTakesPartInACycle() {
        slices().matching("se.lykta.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void javalinStaysAtTheEdge() {
        noClasses()
                .that(resideInAPackage("se.lykta..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage(packageOf("http"), packageOf("account"), packageOf("app"))))
                        .and(notNamed("Routes")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.javalin.."))
                .check(classes);
    }

    @Test
    void graphHopperStaysInTheFootNetwork() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(packageOf("walk.network"))))
                .should()
                .dependOnClassesThat(resideInAPackage("com.graphhopper.."))
                .check(classes);
    }

    @Test
    void pdfAndQrCodesStayOnPaper() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(packageOf("walk.paper"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.lowagie..", "org.librepdf..", "com.google.zxing.."))
                .check(classes);
    }

    @Test
    void geoToolsStaysInItsThreePackages() {
        noClasses()
                .that(DescribedPredicate.not(
                        resideInAnyPackage(packageOf("geo"), packageOf("hotspot"), packageOf("export"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.geotools..", "org.geoapi.."))
                .check(classes);
    }

    @Test
    void picocliStaysInTheCommands() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(packageOf("cli"))))
                .should()
                .dependOnClassesThat(resideInAPackage("picocli.."))
                .check(classes);
    }

    @Test
    void sqlStaysInTheStoresAndTheChangeFeed() {
        noClasses()
                .that(notNamed("Store")
                        .and(notNamed("ChangeFeed"))
                        .and(DescribedPredicate.not(resideInAPackage(packageOf("db")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jdbi.v3.core.statement..", "org.postgresql")
                        .or(describe("run statements", type -> STATEMENTS.contains(type.getFullName()))))
                .check(classes);
    }

    @Test
    void timeAndChanceArePassedIn() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(packageOf("app"))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .check(classes);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .notBeStatic()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void exactReportsAreNamedOnlyWhereTheyAreKept() {
        noClasses()
                .that(resideInAnyPackage(ORDER.stream()
                        .filter(name -> !Set.of("report", "privacy").contains(name))
                        .map(ArchitectureTest::packageOf)
                        .toArray(String[]::new)))
                .should()
                .dependOnClassesThat(describe(
                        "hold an exact place with text or contact",
                        type -> Set.of("Report", "Contact").contains(type.getSimpleName())
                                && type.getPackageName().equals(packageOf("report"))))
                .check(classes);
    }

    private static String packageOf(String name) {
        return "se.lykta." + name;
    }

    private static DescribedPredicate<JavaClass> notNamed(String suffix) {
        return describe(
                "are not named …" + suffix,
                type -> !outermost(type).getSimpleName().endsWith(suffix));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
