package io.dawsos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OnePoolTest {

    private static final String POOL = "io.dawsos.persistence.pool.ConnectionPool";
    private static final String PREFIX = "io.dawsos.persistence.embedded.";

    private static final ArchRule RULE =
            PoolRules.onlyTheseMakeConnections(POOL, PREFIX + "HostCommand", PREFIX + "ServerProcess");

    private final JavaClasses product = ProductClasses.product();

    @Test
    void only_the_connection_pool_makes_connections() {
        assertThat(product.contain(POOL)).isTrue();
        RULE.check(product);
    }

    @Test
    void the_rule_bites_on_the_product_when_the_pool_is_not_excepted() {
        assertThat(PoolRules.onlyTheseMakeConnections(PREFIX + "HostCommand", PREFIX + "ServerProcess")
                        .evaluate(product)
                        .getFailureReport()
                        .toString())
                .contains("ConnectionPool");
    }

    @TestFactory
    Stream<DynamicTest> each_planted_way_is_caught() {
        JavaClasses planted = ProductClasses.planted();
        return planted.stream()
                .filter(type -> type.getName().startsWith("planted.pools.") && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(),
                        () -> assertThat(RULE.evaluate(
                                                planted.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                                                        "one", other -> other.equals(type))))
                                        .hasViolation())
                                .isEqualTo(!type.getSimpleName().startsWith("Allowed"))));
    }

    @Test
    void there_are_planted_ways() {
        assertThat(ProductClasses.planted().stream()
                        .filter(type -> type.getName().startsWith("planted.pools."))
                        .count())
                .isGreaterThan(15);
    }
}
