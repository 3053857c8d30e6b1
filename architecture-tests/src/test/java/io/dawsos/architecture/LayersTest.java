package io.dawsos.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LayersTest {

    private static final List<String> LAYERS =
            List.of("domain", "application", "persistence", "documents", "web", "bootstrap", "providers");

    private final JavaClasses product = ProductClasses.product();
    private final JavaClasses planted = ProductClasses.planted();

    @Test
    void every_layer_has_classes_so_that_no_rule_passes_on_nothing() {
        for (String layer : LAYERS) {
            assertThat(product.stream().filter(type -> type.getPackageName().startsWith("io.dawsos." + layer)))
                    .as(layer)
                    .isNotEmpty();
        }
        assertThat(product.size()).isGreaterThan(200);
    }

    @Test
    void every_class_is_in_a_known_layer() {
        assertThat(product.stream()
                        .filter(type -> LAYERS.stream().noneMatch(layer -> {
                            String name = "io.dawsos." + layer;
                            return type.getPackageName().equals(name)
                                    || type.getPackageName().startsWith(name + ".");
                        })))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> the_product_keeps_each_rule() {
        return new LayerRules("io.dawsos")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_catches_its_planted_violation() {
        return new LayerRules("planted.layers")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(),
                                () -> assertThat(rule.getValue()
                                                .evaluate(planted)
                                                .hasViolation())
                                        .isTrue()));
    }

    @Test
    void packages_have_no_cycles() {
        for (String tree : List.of("domain", "application", "persistence", "web", "bootstrap")) {
            cycles("io.dawsos." + tree).check(product);
        }
    }

    @Test
    void a_planted_cycle_is_caught() {
        assertThat(cycles("planted.cycle").evaluate(planted).hasViolation()).isTrue();
    }

    private static ArchRule cycles(String tree) {
        return slices().matching(tree + ".(*)..").should().beFreeOfCycles();
    }
}
