package io.dawsos.application.pattern;

import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.shape.ResultWriter;
import io.dawsos.application.shape.ResultWriter.MissingPath;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.pricing.PricingPack;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the answer of a run: data and what is unavailable, canonical and hashed, and the trace with all that may vary. */
final class AnswerWriter {

    private final JsonFactory json = new JsonFactory();

    /**
     * The parts of an answer.
     *
     * @param lasting whether the same run would answer the same; not so if a step could not be served
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(byte[] computed, String resultHash, int unavailable, byte[] trace, boolean lasting) {
        Answer toAnswer(boolean cacheHit) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(computed.length + trace.length + 64);
            out.writeBytes(text("{\"success\":true,"));
            out.writeBytes(computed);
            out.writeBytes(text(",\"trace\":{\"cache_hit\":" + cacheHit + ","));
            out.writeBytes(trace);
            out.writeBytes(text("}}"));
            return new Answer(out.toByteArray(), resultHash);
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    Parts write(Execution run, View view) {
        ByteArrayOutputStream data = new ByteArrayOutputStream(1 << 14);
        List<MissingPath> missing;
        try (JsonGenerator generator = generator(data)) {
            ResultWriter writer = new ResultWriter(generator);
            if (view.layout().isPresent()) {
                writer.write("", view.layout().get().apply(run));
            } else {
                writeOutputs(generator, writer, run);
            }
            missing = writer.missing();
        }
        ByteArrayOutputStream computed = new ByteArrayOutputStream(data.size() + 256);
        computed.writeBytes("\"data\":".getBytes(StandardCharsets.UTF_8));
        computed.writeBytes(data.toByteArray());
        computed.writeBytes(",\"unavailable\":".getBytes(StandardCharsets.UTF_8));
        computed.writeBytes(bytes(generator -> writeMissing(generator, missing)));
        String hash = sha256(computed.toByteArray());
        byte[] trace = bytes(generator -> writeTrace(generator, run, hash));
        byte[] bare = java.util.Arrays.copyOfRange(trace, 1, trace.length - 1);
        boolean lasting = run.steps().stream().noneMatch(AnswerWriter::mayPass);
        return new Parts(computed.toByteArray(), hash, missing.size(), bare, lasting);
    }

    /** Whether a step may answer otherwise another time: it could not be served, or met a bug. */
    private static boolean mayPass(StepTrace trace) {
        return trace.refused()
                || (trace.outcome() instanceof Outcome.NotAvailable<?> missing
                        && missing.reason().code().equals(AgentRuntime.BUG));
    }

    private static void writeOutputs(JsonGenerator generator, ResultWriter writer, Execution run) {
        generator.writeStartObject();
        for (String name : run.pattern().outputs()) {
            generator.writeName(name);
            Outcome<?> outcome = run.outcome(name);
            if (outcome instanceof Outcome.Available<?> available) {
                writer.write(name, (Record) available.value());
            } else {
                writer.writeMissing(name, ((Outcome.NotAvailable<?>) outcome).reason());
            }
        }
        generator.writeEndObject();
    }

    /** Writes inputs as canonical JSON. */
    String inputs(Map<String, Object> inputs) {
        return new String(
                bytes(generator -> {
                    generator.writeStartObject();
                    new TreeMap<>(inputs).forEach((name, value) -> {
                        generator.writeName(name);
                        writeInput(generator, value);
                    });
                    generator.writeEndObject();
                }),
                StandardCharsets.UTF_8);
    }

    private static void writeInput(JsonGenerator generator, Object value) {
        if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static void writeMissing(JsonGenerator generator, List<MissingPath> missing) {
        generator.writeStartArray();
        for (MissingPath gap : missing) {
            generator.writeStartObject();
            generator.writeStringProperty("path", gap.path());
            generator.writeStringProperty("code", gap.reason().code());
            generator.writeStringProperty("message", gap.reason().message());
            generator.writeStringProperty("fix", gap.reason().fix());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void writeTrace(JsonGenerator generator, Execution run, String hash) {
        Pins pins = run.pins();
        generator.writeStartObject();
        generator.writeStringProperty("execution_id", run.id().toString());
        generator.writeStringProperty("pattern", run.pattern().id());
        generator.writeStringProperty("pattern_version", run.pattern().version());
        generator.writeStringProperty("pattern_hash", run.pattern().hash());
        generator.writeStringProperty("engine_version", Execution.ENGINE_VERSION);
        nullable(
                generator,
                "pricing_pack_id",
                pins.pack().map(pack -> pack.id().value()).orElse(""));
        nullable(
                generator,
                "ledger_commit_hash",
                pins.portfolio()
                        .flatMap(pinned -> pinned.head().map(head -> head.hex()))
                        .orElse(""));
        nullable(
                generator,
                "universe",
                pins.pack().map(PricingPack::universe).map(u -> u.label()).orElse(""));
        generator.writeStringProperty("result_hash", hash);
        generator.writeStringProperty("started_at", run.startedAt().toString());
        generator.writeNumberProperty("duration_micros", run.micros());
        generator.writeName("steps");
        generator.writeStartArray();
        run.steps().forEach(trace -> writeStep(generator, trace));
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private static void nullable(JsonGenerator generator, String name, String text) {
        if (text.isEmpty()) {
            generator.writeNullProperty(name);
        } else {
            generator.writeStringProperty(name, text);
        }
    }

    private static void writeStep(JsonGenerator generator, StepTrace trace) {
        generator.writeStartObject();
        generator.writeStringProperty("step", trace.step().name());
        generator.writeStringProperty("agent", trace.step().capability().agent().value());
        generator.writeStringProperty(
                "capability", trace.step().capability().name().value());
        generator.writeNumberProperty("duration_micros", trace.micros());
        if (trace.outcome() instanceof Outcome.Available<?> available) {
            generator.writeStringProperty("outcome", "succeeded");
            writeProvenance(generator, available.provenance());
            generator.writeName("warnings");
            generator.writeStartArray();
            available.warnings().forEach(generator::writeString);
            generator.writeEndArray();
        } else {
            Outcome.NotAvailable<?> missing = (Outcome.NotAvailable<?>) trace.outcome();
            generator.writeStringProperty("outcome", "unavailable");
            generator.writeStringProperty("code", missing.reason().code());
            generator.writeStringProperty("message", missing.reason().message());
        }
        generator.writeEndObject();
    }

    private static void writeProvenance(JsonGenerator generator, Provenance provenance) {
        generator.writeName("provenance");
        generator.writeStartObject();
        generator.writeName("sources");
        generator.writeStartArray();
        provenance.sources().forEach(generator::writeString);
        generator.writeEndArray();
        nullable(generator, "as_of", provenance.asOf().map(Object::toString).orElse(""));
        generator.writeStringProperty("method", provenance.method());
        generator.writeNumberProperty("version", provenance.version());
        generator.writeBooleanProperty("simulated", provenance.simulated());
        generator.writeEndObject();
    }

    private byte[] bytes(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = generator(out)) {
            content.accept(generator);
        }
        return out.toByteArray();
    }

    private JsonGenerator generator(ByteArrayOutputStream out) {
        return json.createGenerator(ObjectWriteContext.empty(), out);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
