package org.innkeeper.installer;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.innkeeper.core.rule.ExceptionToRule;
import org.innkeeper.core.rule.ExceptionsToRules;
import org.innkeeper.core.rule.Rule;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that the compiler cannot check. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The peers of some modules' tests, which come in jars of their own.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.innkeeper");

    /** Classes of some packages, without those that are excepted from a rule. */
    private static GivenClassesConjunction classesBoundBy(Rule rule, String... packages) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and(DescribedPredicate.not(exceptedFrom(rule)));
    }

    private static DescribedPredicate<JavaClass> exceptedFrom(Rule rule) {
        return DescribedPredicate.describe("excepted from " + rule, type -> exceptions(outermost(type))
                .anyMatch(exception -> ((JavaEnumConstant) exception.get("rule").orElseThrow())
                        .name()
                        .equals(rule.name())));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static Stream<JavaAnnotation<?>> exceptions(JavaClass type) {
        Stream<JavaAnnotation<?>> alone = type.tryGetAnnotationOfType(ExceptionToRule.class.getName()).stream()
                .map(a -> a);
        Stream<JavaAnnotation<?>> several = type.tryGetAnnotationOfType(ExceptionsToRules.class.getName()).stream()
                .flatMap(container -> Arrays.stream(
                        (JavaAnnotation<?>[]) container.get("value").orElseThrow()));
        return Stream.concat(alone, several);
    }

    @Test
    void theProgramNeverSeesADriver() {
        classesBoundBy(Rule.APP_SEES_NO_DRIVER, "org.innkeeper.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.innkeeper.driver..")
                .check(CLASSES);
    }

    @Test
    void aDriverNeverSeesAnotherDriver() {
        slices().matching("org.innkeeper.driver.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(exceptedFrom(Rule.DRIVERS_APART), DescribedPredicate.alwaysTrue())
                .check(CLASSES);
    }

    @Test
    void nothingBelowTheProgramSeesTheDesktop() {
        classesBoundBy(Rule.NO_DESKTOP_BELOW_APP, "org.innkeeper.core..", "org.innkeeper.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "org.innkeeper.app..")
                .check(CLASSES);
    }

    @Test
    void onlySessionsAndTheShellUseTheApi() {
        classesBoundBy(Rule.API_IN_SESSIONS_ONLY, "org.innkeeper.app..")
                .and()
                .resideOutsideOfPackages(
                        "org.innkeeper.app.session..", "org.innkeeper.app.cli..", "org.innkeeper.app.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.innkeeper.core.api..")
                .check(CLASSES);
    }

    @Test
    void onlyTaskTouchesTheFxThread() {
        classesBoundBy(Rule.FX_THREAD_IN_TASK_ONLY, "org.innkeeper..")
                .and()
                .resideOutsideOfPackage("org.innkeeper.app.task..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are the JavaFX thread",
                        type -> type.getName().equals("javafx.application.Platform")
                                || type.getPackageName().startsWith("javafx.concurrent")))
                .check(CLASSES);
    }

    @Test
    void driversUseTheSpiNotTheApi() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.innkeeper.driver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.innkeeper.core.api..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("org.innkeeper.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void thePackagesOfCoreHaveAnOrder() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.innkeeper.core..")
                .layer("error")
                .definedBy("org.innkeeper.core.error..")
                .layer("model")
                .definedBy("org.innkeeper.core.model..")
                .layer("uri")
                .definedBy("org.innkeeper.core.uri..")
                .layer("xml")
                .definedBy("org.innkeeper.core.xml..")
                .layer("spi")
                .definedBy("org.innkeeper.core.spi..")
                .layer("api")
                .definedBy("org.innkeeper.core.api..")
                .optionalLayer("event")
                .definedBy("org.innkeeper.core.event..")
                .optionalLayer("config")
                .definedBy("org.innkeeper.core.config..")
                .layer("process")
                .definedBy("org.innkeeper.core.process..")
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("process")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("spi")
                .mayOnlyBeAccessedByLayers("api", "event", "process")
                .whereLayer("xml")
                .mayOnlyBeAccessedByLayers("spi", "api")
                .whereLayer("uri")
                .mayOnlyBeAccessedByLayers("spi", "api")
                .whereLayer("config")
                .mayOnlyBeAccessedByLayers("uri", "spi", "api")
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("spi", "api")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("event", "uri", "xml", "spi", "api")
                .check(CLASSES);
    }

    @Test
    void everyExceptionHasAReason() {
        List<String> unexplained = CLASSES.stream()
                .filter(type -> exceptions(type)
                        .anyMatch(exception ->
                                exception.get("reason").orElse("").toString().isBlank()))
                .map(JavaClass::getName)
                .toList();
        Assertions.assertThat(unexplained).isEmpty();
    }
}
