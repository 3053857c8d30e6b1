package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import io.dawsos.application.demo.LoadDemo;
import io.dawsos.application.memory.InMemoryModule;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.Output;
import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.application.run.ExecutionSettings;
import io.dawsos.application.run.Explanations;
import io.dawsos.application.run.Explanations.NothingToExplainException;
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.application.shape.RecordShape;
import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import io.dawsos.bootstrap.wiring.ApplicationModule;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.ExplanationCheck;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number of the overview of the demo portfolio is taken apart, and put together again from its parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {

    private static final UserId OWNER = new UserId(new UUID(1, 1));
    private static final int NODES = 150;
    private static final int WAYS = 30;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Injector injector = Guice.createInjector(
            Stage.PRODUCTION,
            new InMemoryModule(),
            new io.dawsos.documents.DocumentsModule(),
            new ApplicationModule(ExecutionSettings.standard(), (Executor) Runnable::run),
            new AbstractModule() {
                @Override
                protected void configure() {
                    bind(Clock.class).toInstance(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));
                    bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
                    bind(new TypeLiteral<Supplier<UUID>>() {}).toInstance(UUID::randomUUID);
                }
            });
    private final Map<String, BigDecimal> numbers = new TreeMap<>();
    private UUID execution = new UUID(0, 0);

    @BeforeAll
    void run_the_overview() {
        injector.getInstance(Users.class)
                .add(new User(OWNER, new EmailAddress("owner@example.org"), "unused", Role.ADMIN));
        injector.getInstance(LoadDemo.class).run(OWNER);
        byte[] json = injector.getInstance(PatternOrchestrator.class)
                .answer(
                        new ExecutionRequest(
                                OWNER,
                                "portfolio_overview",
                                Map.of("lookback_days", BigDecimal.valueOf(60)),
                                true,
                                Optional.empty(),
                                Optional.empty()),
                        View.OUTPUTS)
                .json();
        JsonNode answer = JSON.readTree(json);
        execution = UUID.fromString(answer.get("trace").get("execution_id").asString());
        CompiledPattern pattern = injector.getInstance(PatternCatalog.class).pattern("portfolio_overview");
        for (Output output : pattern.outputs()) {
            RecordShape shape = pattern.steps()
                    .get(((Output.OfStep) output).step())
                    .capability()
                    .resultShape();
            collect(output.name(), new Shape.RecordOf(shape), answer.get("data").get(output.name()));
        }
    }

    /** Collects the measured numbers of a result, counts left out. */
    private void collect(String path, Shape shape, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        Shape present = shape.present();
        if (present instanceof Shape.RecordOf record) {
            for (Component component : record.of().components()) {
                collect(path + "." + component.name(), component.shape(), value.get(component.name()));
            }
        } else if (present instanceof Shape.ListOf list) {
            for (int i = 0; i < value.size(); i++) {
                collect(path + "[" + i + "]", list.of(), value.get(i));
            }
        } else if (present instanceof Shape.MapOf map) {
            value.properties().forEach(entry -> collect(path + "." + entry.getKey(), map.of(), entry.getValue()));
        } else if (present == Shape.Scalar.DECIMAL || present == Shape.Scalar.DOUBLE) {
            numbers.put(path, value.decimalValue());
        }
    }

    private Explanation explain(String path) {
        return injector.getInstance(Explanations.class).explain(OWNER, execution, path);
    }

    @Test
    void every_number_is_made_of_its_parts() {
        assertThat(numbers)
                .hasSizeGreaterThan(280)
                .containsKeys("perf_metrics.sharpe_ratio", "currency_attr.fx_return");
        numbers.forEach((path, emitted) -> {
            Explanation root = explain(path);
            assertThat(root.value()).as(path).isEqualByComparingTo(emitted);
            assertThat(ExplanationCheck.firstFault(root, NODES)).as(path).isEmpty();
        });
    }

    @Test
    void every_way_down_is_right_and_ends_at_what_was_recorded() {
        Random random = new Random(20261125);
        Map<Operation, Integer> ends = new TreeMap<>();
        numbers.keySet().forEach(path -> {
            Explanation root = explain(path);
            for (int way = 0; way < WAYS; way++) {
                ExplanationCheck.Descent descent = ExplanationCheck.descend(root, random::nextInt);
                assertThat(descent.fault()).as(path + " at " + descent.path()).isEmpty();
                ends.merge(descent.end().operation(), 1, Integer::sum);
                if (descent.end().operation() == Operation.SUM) {
                    // A day or a sleeve without flows: nothing was added up.
                    assertThat(descent.end().value()).as(descent.path()).isZero();
                }
            }
        });
        assertThat(ends)
                .containsOnlyKeys(
                        Operation.TRANSACTION, Operation.PRICE, Operation.RATE, Operation.PARAMETER, Operation.SUM);
    }

    @Test
    void a_return_leads_down_to_transactions_prices_and_rates() {
        Explanation root = explain("perf_metrics.twr_itd");
        Map<Operation, Integer> seen = new TreeMap<>();
        walk(root, 0, seen);
        assertThat(seen).containsKeys(Operation.CHAIN_LINK, Operation.TRANSACTION, Operation.PRICE, Operation.RATE);
    }

    private static void walk(Explanation node, int depth, Map<Operation, Integer> seen) {
        seen.merge(node.operation(), 1, Integer::sum);
        assertThat(depth).isLessThan(20);
        var parts = node.parts().get();
        // The last day has all that there is; the tree has thousands of days.
        for (int i = Math.max(0, parts.size() - 25); i < parts.size(); i++) {
            if (depth < 2 ? i == parts.size() - 1 || parts.size() < 10 : true) {
                walk(parts.get(i), depth + 1, seen);
            }
        }
    }

    @Test
    void a_sector_leads_to_the_positions_that_are_in_it() {
        Explanation value = explain("sector_allocation.sectors[0].value");
        assertThat(value.parts().get())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.operation()).isEqualTo(Operation.PRODUCT));
    }

    @Test
    void a_changed_part_is_found() {
        Explanation right = explain("perf_metrics.volatility");
        Explanation wrong = new Explanation(
                right.label(),
                right.value().multiply(new BigDecimal("1.002")),
                right.exact(),
                right.unit(),
                right.operation(),
                right.method(),
                right.source(),
                right.tolerance(),
                right.parts());
        assertThat(ExplanationCheck.firstFault(wrong, NODES)).isPresent();
    }

    @Test
    void what_is_no_number_is_not_explained() {
        for (String path : new String[] {
            "perf_metrics",
            "perf_metrics.as_of",
            "nothing",
            "valued_positions.positions[999].price",
            "x[",
            "",
            "historical_nav.data[0]"
        }) {
            assertThatThrownBy(() -> explain(path)).as(path).isInstanceOf(NothingToExplainException.class);
        }
    }
}
