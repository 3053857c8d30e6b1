package io.dawsos.application.run;

import io.dawsos.application.pattern.Arguments;
import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.Output;
import io.dawsos.application.shape.ResultWriter;
import io.dawsos.application.shape.Shape;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.figure.Unavailable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes the trace of a run: identities, every step in the order of the document, and what each output rests on. */
final class TraceWriter {

    private final JsonGenerator generator;

    TraceWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(Execution run, String resultHash, int unavailable) {
        CompiledPattern pattern = run.pattern();
        Pins pins = run.pins();
        generator.writeStartObject();
        generator.writeStringProperty("execution_id", run.id().toString());
        generator.writeStringProperty("pattern", pattern.id());
        generator.writeStringProperty("pattern_version", pattern.version());
        generator.writeStringProperty("pattern_hash", pattern.hash());
        generator.writeStringProperty("engine_version", Execution.ENGINE_VERSION);
        includes(pattern);
        text("pricing_pack_id", pins.pack().map(pack -> pack.id().value()));
        text(
                "ledger_commit_hash",
                pins.portfolio().flatMap(pinned -> pinned.head().map(head -> head.hex())));
        text("universe", pins.pack().map(pack -> pack.universe().label()));
        generator.writeStringProperty("result_hash", resultHash);
        generator.writeStringProperty("status", status(run, unavailable));
        generator.writeStringProperty("started_at", run.startedAt().toString());
        generator.writeNumberProperty("duration_micros", run.micros());
        generator.writeName("steps");
        generator.writeStartArray();
        run.steps().forEach(this::step);
        generator.writeEndArray();
        generator.writeName("outputs");
        generator.writeStartArray();
        pattern.outputs().forEach(output -> output(run, output));
        generator.writeEndArray();
        generator.writeEndObject();
    }

    /** A run with values missing inside of results is degraded too. */
    static String status(Execution run, int unavailable) {
        Execution.Status status = run.status();
        boolean whole = status == Execution.Status.SUCCEEDED && unavailable == 0;
        return (status == Execution.Status.SUCCEEDED && !whole ? Execution.Status.DEGRADED : status)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private void includes(CompiledPattern pattern) {
        if (pattern.includes().isEmpty()) {
            return;
        }
        generator.writeName("includes");
        generator.writeStartArray();
        for (CompiledPattern.Version version : pattern.includes()) {
            generator.writeStartObject();
            generator.writeStringProperty("pattern", version.id());
            generator.writeStringProperty("version", version.version());
            generator.writeStringProperty("hash", version.hash());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void text(String name, Optional<String> text) {
        if (text.isPresent()) {
            generator.writeStringProperty(name, text.get());
        } else {
            generator.writeNullProperty(name);
        }
    }

    private void output(Execution run, Output output) {
        Set<Integer> steps = run.pattern().restsOn(output);
        generator.writeStartObject();
        generator.writeStringProperty("name", output.name());
        generator.writeName("rests_on");
        generator.writeStartArray();
        steps.forEach(step -> generator.writeString(run.steps().get(step).step().name()));
        generator.writeEndArray();
        generator.writeBooleanProperty(
                "degraded",
                steps.stream().anyMatch(step -> run.steps().get(step).degraded()));
        generator.writeEndObject();
    }

    /** Writes one step. */
    void step(StepTrace trace) {
        generator.writeStartObject();
        generator.writeStringProperty("step", trace.step().name());
        generator.writeStringProperty("agent", trace.step().capability().agent().value());
        generator.writeStringProperty(
                "capability", trace.step().capability().name().value());
        trace.arguments().ifPresent(arguments -> arguments(trace.step().arguments(), arguments));
        generator.writeNumberProperty("start_micros", trace.startMicros());
        generator.writeNumberProperty("duration_micros", trace.micros());
        generator.writeNumberProperty("attempts", trace.attempts());
        generator.writeStringProperty("outcome", trace.status().label());
        if (trace.fellBack()) {
            generator.writeBooleanProperty("fallback", true);
        }
        if (trace.outcome() instanceof Outcome.Available<?> available) {
            provenance(available.provenance());
            generator.writeName("warnings");
            generator.writeStartArray();
            available.warnings().forEach(generator::writeString);
            generator.writeEndArray();
        } else {
            Unavailable reason = ((Outcome.NotAvailable<?>) trace.outcome()).reason();
            generator.writeStringProperty("code", reason.code());
            generator.writeStringProperty("message", reason.message());
        }
        generator.writeEndObject();
    }

    /** Scalars by their values; what is larger by the reference that it came from. */
    private void arguments(Arguments compiled, Record arguments) {
        ResultWriter writer = new ResultWriter(generator);
        generator.writeName("arguments");
        generator.writeStartObject();
        for (Arguments.Written written : compiled.written()) {
            String name = written.component().name();
            Shape shape = written.component().shape();
            generator.writeName(name);
            if (shape.present() instanceof Shape.Scalar || shape.present() instanceof Shape.OneOf) {
                writer.write(name, shape, written.component().read(arguments));
            } else {
                generator.writeString(written.reference()
                        .map(path -> "{{" + path + "}}")
                        .orElse("a " + shape.present().label()));
            }
        }
        generator.writeEndObject();
    }

    private void provenance(Provenance provenance) {
        generator.writeName("provenance");
        generator.writeStartObject();
        generator.writeName("sources");
        generator.writeStartArray();
        provenance.sources().forEach(generator::writeString);
        generator.writeEndArray();
        text("as_of", provenance.asOf().map(Object::toString));
        generator.writeStringProperty("method", provenance.method());
        generator.writeNumberProperty("version", provenance.version());
        generator.writeBooleanProperty("simulated", provenance.simulated());
        generator.writeEndObject();
    }

    /** The names of the steps on which an output rests, for plans. */
    static Set<String> names(CompiledPattern pattern, Output output) {
        return pattern.restsOn(output).stream()
                .map(step -> pattern.steps().get(step).name())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
