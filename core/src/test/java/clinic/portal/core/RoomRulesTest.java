package clinic.portal.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.portal.core.login.Login;
import clinic.portal.core.shared.Money;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of this room: docs/decisions/001 and CONTRIBUTING. */
class RoomRulesTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("clinic.portal.core");

    /** What tells the time or rolls dice by itself; core is handed a Clock, Ids and Secrets instead. */
    private static final Map<String, Set<String>> BY_THEMSELVES = Map.of(
            "java.lang.System",
            Set.of("currentTimeMillis", "nanoTime"),
            "java.util.UUID",
            Set.of("randomUUID"),
            "java.lang.Math",
            Set.of("random"),
            Clock.class.getName(),
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds"));

    /** An old ArchUnit skips class files newer than itself, and then every rule holds. */
    @Test
    void theRulesReadTheClassesAtAll() {
        assertThat(CORE.contain(Login.class)).isTrue();
        assertThat(CORE.get(Login.class).getMethodCallsFromSelf()).isNotEmpty();
        assertThat(CORE.get(Money.class).isRecord()).isTrue();
        assertThat(CORE.size()).isGreaterThan(80);
        assertThat(CORE).noneMatch(found -> found.getPackageName().endsWith(".fakes"));
    }

    @Test
    void coreIsPureJava() {
        check(classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "clinic.portal.core.."));
    }

    @Test
    void sharedImportsNoFeature() {
        check(noClasses()
                .that()
                .resideInAPackage("clinic.portal.core.shared..")
                .should()
                .dependOnClassesThat(describe(
                        "belong to a feature",
                        (JavaClass used) -> used.getPackageName().startsWith("clinic.portal.core.")
                                && !used.getPackageName().startsWith("clinic.portal.core.shared"))));
    }

    @Test
    void featuresImportEachOtherWithoutCycles() {
        slices().matching("clinic.portal.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void nobodyImportsWhatOnlyShows() {
        for (String feature : Set.of("dashboard", "report")) {
            var room = "clinic.portal.core.%s..".formatted(feature);
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage(room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(room));
        }
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|UseCase|Port)"));
    }

    @Test
    void interfacesStaySmall() {
        check(classes().that().areInterfaces().should(haveAtMostMethods(7)));
    }

    /** Accesses, not calls: {@code Instant::now} handed on as a supplier tells the time as well. */
    @Test
    void nobodyTellsTheTimeOrRollsDiceByThemselves() {
        check(noClasses()
                .should()
                .accessTargetWhere(describe("tells the time or rolls dice by itself", RoomRulesTest::isByItself)));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Random.class));
    }

    private static boolean isByItself(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        var owner = target.getOwner();
        boolean now = owner.getPackageName().equals("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(given -> given.isEquivalentTo(Clock.class));
        return now || BY_THEMSELVES.getOrDefault(owner.getName(), Set.of()).contains(target.getName());
    }

    private static ArchCondition<JavaClass> haveAtMostMethods(int most) {
        return new ArchCondition<>("have at most %d methods".formatted(most)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int count = type.getMethods().size();
                var message = "%s has %d methods".formatted(type.getName(), count);
                events.add(new SimpleConditionEvent(type, count <= most, message));
            }
        };
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }
}
