package io.dawsos.bootstrap;

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
import io.dawsos.application.run.PatternOrchestrator;
import io.dawsos.application.run.View;
import io.dawsos.application.shape.RecordShape;
import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.application.shape.Shape;
import io.dawsos.bootstrap.wiring.ApplicationModule;
import io.dawsos.domain.explanation.Explanation;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a pattern on the demo portfolio, with all its numbers and the way to take them apart. */
final class ExplainedRun {

    private static final UserId OWNER = new UserId(new UUID(1, 1));
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
    private final UUID execution;

    ExplainedRun(String id, Map<String, Object> inputs) {
        injector.getInstance(Users.class)
                .add(new User(OWNER, new EmailAddress("owner@example.org"), "unused", Role.ADMIN));
        injector.getInstance(LoadDemo.class).run(OWNER);
        byte[] json = injector.getInstance(PatternOrchestrator.class)
                .answer(new ExecutionRequest(OWNER, id, inputs, true, Optional.empty(), Optional.empty()), View.OUTPUTS)
                .json();
        JsonNode answer = JSON.readTree(json);
        execution = UUID.fromString(answer.get("trace").get("execution_id").asString());
        CompiledPattern pattern = injector.getInstance(PatternCatalog.class).pattern(id);
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

    /** The measured numbers of all outputs by their paths, as they were emitted. */
    Map<String, BigDecimal> numbers() {
        return numbers;
    }

    Explanation explain(String path) {
        return injector.getInstance(Explanations.class).explain(OWNER, execution, path);
    }
}
