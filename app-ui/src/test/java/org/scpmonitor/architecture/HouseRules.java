package org.scpmonitor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Each rule by its name. Modules are told apart by their packages, no package being split over two of them. */
enum HouseRules {
    JOOQ_ONLY_IN_PERSISTENCE(noClasses()
            .that(not(inPersistence()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.scpmonitor.schema..")),

    SPRING_BATCH_ONLY_IN_INDICATORS_BATCH(noClasses()
            .that()
            .resideOutsideOfPackage("org.scpmonitor.batch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..")),

    VAADIN_ONLY_IN_APP_UI(
            noClasses().that(not(inAppUi())).should().dependOnClassesThat().resideInAPackage("com.vaadin..")),

    DB_USES_NOTHING_OF_OURS(noClasses()
            .that()
            .resideInAPackage("org.scpmonitor.db..")
            .should()
            .dependOnClassesThat(ours().and(not(resideInAPackage("org.scpmonitor.db.."))))),

    PERSISTENCE_USES_NO_LATER_MODULE(noClasses()
            .that(inPersistence())
            .should()
            .dependOnClassesThat(inAppUi().or(resideInAPackage("org.scpmonitor.batch..")))),

    INDICATORS_BATCH_USES_NO_LATER_MODULE(noClasses()
            .that()
            .resideInAPackage("org.scpmonitor.batch..")
            .should()
            .dependOnClassesThat(inAppUi())),

    CALENDAR_USES_JAVA_ALONE(noClasses()
            .that()
            .resideInAPackage("org.scpmonitor.calendar..")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", "org.scpmonitor.calendar..")))),

    CHARTS_AND_COMPONENTS_TAKE_DATA(noClasses()
            .that()
            .resideInAnyPackage("org.scpmonitor.ui.chart..", "org.scpmonitor.ui.component..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Repository.class)),

    TIME_IS_HANDED_IN(noClasses().should().callCodeUnitWhere(asksForNow())),

    THINGS_HAVE_THEIR_OWN_NAMES(noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")),

    NO_CYCLES_BETWEEN_PACKAGES(slices().matching("org.scpmonitor.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("org.scpmonitor.schema.."), alwaysTrue()));

    private final ArchRule rule;

    HouseRules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("org.scpmonitor..");
    }

    private static DescribedPredicate<JavaClass> inAppUi() {
        return resideInAnyPackage(
                        "org.scpmonitor.ui..",
                        "org.scpmonitor.api..",
                        "org.scpmonitor.security..",
                        "org.scpmonitor.config..",
                        "org.scpmonitor.demo..",
                        "org.scpmonitor.load..")
                .or(resideInAPackage("org.scpmonitor"))
                .as("in app-ui");
    }

    private static DescribedPredicate<JavaClass> inPersistence() {
        return ours().and(not(inAppUi()))
                .and(not(resideInAnyPackage("org.scpmonitor.batch..", "org.scpmonitor.db..")))
                .as("in persistence");
    }

    private static DescribedPredicate<JavaCall<?>> asksForNow() {
        Set<String> instants = Set.of("now", "currentTimeMillis");
        return DescribedPredicate.describe(
                "asks for the time without a clock",
                call -> instants.contains(call.getName())
                        && (call.getTargetOwner().getPackageName().equals("java.time")
                                || call.getTargetOwner().isEquivalentTo(System.class))
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }
}
