package clinic.portal.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "clinic.portal.rest", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    @ArchTest
    static final ArchRule NEVER_ANOTHER_ADAPTER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("clinic.portal.persistence..", "clinic.portal.notify..", "clinic.portal.app..");

    @ArchTest
    static final ArchRule NO_DATABASE_AND_NO_MAIL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "jakarta.persistence..", "io.quarkus.mailer..", "com.twilio..");

    @ArchTest
    static final ArchRule RESOURCES_ARE_WRITTEN_FROM_THE_CONTRACT = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .implement(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("clinic.portal.rest.api"));

    @ArchTest
    static final ArchRule RESOURCES_RETURN_WHAT_THEY_MEAN = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.logging..", "io.vertx..");

    @ArchTest
    static final ArchRule SHARED_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("clinic.portal.rest.shared")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "clinic.portal.rest.login",
                    "clinic.portal.rest.booking",
                    "clinic.portal.rest.calendar",
                    "clinic.portal.rest.catalogue",
                    "clinic.portal.rest.clinic",
                    "clinic.portal.rest.dashboard",
                    "clinic.portal.rest.staff",
                    "clinic.portal.rest.audit",
                    "clinic.portal.rest.client");

    @ArchTest
    static final ArchRule NOTHING_ASKS_THE_COMPUTER_FOR_THE_TIME = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
