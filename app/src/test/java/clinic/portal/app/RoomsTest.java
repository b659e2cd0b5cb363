package clinic.portal.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the rooms that take more than one room to see (DESIGN §2). */
@AnalyzeClasses(
        packages = "clinic.portal",
        importOptions = {ImportOption.DoNotIncludeTests.class, RoomsTest.WithoutTestJars.class})
class RoomsTest {
    private static final String CORE = "clinic.portal.core..";
    private static final String REST = "clinic.portal.rest..";
    private static final String PERSISTENCE = "clinic.portal.persistence..";
    private static final String NOTIFY = "clinic.portal.notify..";
    private static final String APP = "clinic.portal.app..";

    @ArchTest
    static void allRoomsAreSeen(JavaClasses seen) {
        for (String room : new String[] {"core", "rest", "persistence", "notify", "app"}) {
            assertThat(seen.stream().filter(type -> type.getPackageName().startsWith("clinic.portal." + room)))
                    .as(room)
                    .hasSizeGreaterThan(5);
        }
    }

    @ArchTest
    static final ArchRule nobodyKnowsTheApp = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP);

    @ArchTest
    static final ArchRule coreKnowsNoAdapter = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REST, PERSISTENCE, NOTIFY);

    @ArchTest
    static final ArchRule restKnowsNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage(REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PERSISTENCE, NOTIFY);

    @ArchTest
    static final ArchRule persistenceKnowsNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REST, NOTIFY);

    @ArchTest
    static final ArchRule notifyKnowsNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage(NOTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REST, PERSISTENCE);

    @ArchTest
    static final ArchRule onlyPersistenceAndAppTalkToTheDatabase = noClasses()
            .that()
            .resideInAnyPackage(CORE, REST, NOTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..", "io.agroal..");

    @ArchTest
    static final ArchRule transactionsAreOpenedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("clinic.portal.app.shared..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.quarkus.narayana.jta.QuarkusTransaction")
            .orShould()
            .beAnnotatedWith("jakarta.transaction.Transactional");

    @ArchTest
    static final ArchRule featuresHaveTheSameNamesEverywhere = classes()
            .that()
            .resideInAnyPackage(CORE, REST, PERSISTENCE, NOTIFY, APP)
            .should()
            .resideInAnyPackage(
                    "clinic.portal.app",
                    "clinic.portal.app.demo",
                    "clinic.portal.app.jobs",
                    "clinic.portal.app.ops",
                    "clinic.portal.rest.api..",
                    "clinic.portal.*.shared",
                    "clinic.portal.*.clinic",
                    "clinic.portal.*.staff",
                    "clinic.portal.*.client",
                    "clinic.portal.*.login",
                    "clinic.portal.*.catalogue",
                    "clinic.portal.*.calendar",
                    "clinic.portal.*.booking",
                    "clinic.portal.*.ledger",
                    "clinic.portal.*.packages",
                    "clinic.portal.*.voucher",
                    "clinic.portal.*.consent",
                    "clinic.portal.*.messaging",
                    "clinic.portal.*.webhook",
                    "clinic.portal.*.analytics",
                    "clinic.portal.*.dashboard",
                    "clinic.portal.*.report",
                    "clinic.portal.*.audit");

    /** The fakes and contracts that core lends to others' tests. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
