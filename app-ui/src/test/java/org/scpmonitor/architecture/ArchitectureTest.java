package org.scpmonitor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final ImportOption OURS_BUILT_HERE = location -> !location.contains("/generated-");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/test-classes/"))
            .withImportOption(OURS_BUILT_HERE)
            .importPackages("org.scpmonitor");

    /** Small classes of the tests, each of which breaks a rule. */
    private static final JavaClasses OFFENCES = new ClassFileImporter()
            .withImportOption(location -> location.contains("/offence/"))
            .importPackages("org.scpmonitor");

    @ParameterizedTest
    @EnumSource
    void the_house_keeps_the_rule(HouseRules rule) {
        rule.rule().check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void an_offence_is_noticed(HouseRules rule) {
        assertThatThrownBy(() -> rule.rule().check(OFFENCES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("offence");
    }

    @Test
    void every_package_is_null_marked() {
        List<String> unmarked = HOUSE.stream()
                .filter(each -> !each.getPackageName().startsWith("org.scpmonitor.schema"))
                .map(each -> each.getPackage())
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void no_package_is_split_over_two_modules() {
        Map<String, List<String>> modules = HOUSE.stream()
                .collect(Collectors.groupingBy(
                        each -> each.getPackageName(),
                        Collectors.mapping(
                                each -> each.getSource()
                                        .map(source ->
                                                source.getUri().toString().replaceFirst("/org/scpmonitor/.*", ""))
                                        .orElseThrow(),
                                Collectors.collectingAndThen(
                                        Collectors.toSet(),
                                        set -> set.stream().sorted().toList()))));
        assertThat(modules.entrySet()).noneMatch(each -> each.getValue().size() > 1);
    }
}
