package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.InputSpec;
import io.dawsos.application.pattern.Output;
import io.dawsos.application.shape.ResultWriter;
import io.dawsos.application.shape.ResultWriter.MissingPath;
import io.dawsos.domain.capability.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the answer of a run: data and what is unavailable, canonical and hashed, and the trace with all that may vary. */
final class AnswerWriter {

    private static final byte[] NOTHING = {'[', ']'};

    private final JsonFactory json = new JsonFactory();

    /**
     * The parts of an answer.
     *
     * @param unavailable how many values are missing
     * @param lasting whether the same run would answer the same
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(boolean success, byte[] computed, String resultHash, int unavailable, byte[] trace, boolean lasting) {
        Answer toAnswer(boolean cacheHit) {
            byte[] head = text("{\"success\":" + success + ",");
            byte[] middle = text(",\"trace\":{\"cache_hit\":" + cacheHit + ",");
            ByteBuffer out = ByteBuffer.allocate(head.length + computed.length + middle.length + trace.length);
            // The trace is an object of its own: its opening brace gives way to the members before it.
            out.put(head)
                    .put(computed)
                    .put(middle)
                    .put(trace, 1, trace.length - 1)
                    .put((byte) '}');
            return new Answer(out.array(), resultHash);
        }

        String traceJson() {
            return new String(trace, StandardCharsets.UTF_8);
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    Parts write(Execution run, View view) {
        ByteArrayOutputStream computed = new ByteArrayOutputStream(1 << 10);
        computed.writeBytes("\"data\":".getBytes(StandardCharsets.UTF_8));
        List<MissingPath> missing;
        try (JsonGenerator generator = generator(computed)) {
            ResultWriter writer = new ResultWriter(generator);
            if (view.layout().isPresent()) {
                writer.write("", view.layout().get().apply(run));
            } else {
                writeOutputs(generator, writer, "", run.pattern().outputs(), run);
            }
            missing = writer.missing();
        }
        computed.writeBytes(",\"unavailable\":".getBytes(StandardCharsets.UTF_8));
        computed.writeBytes(missing.isEmpty() ? NOTHING : bytes(generator -> writeMissing(generator, missing)));
        byte[] canonical = computed.toByteArray();
        String hash = sha256(canonical);
        byte[] trace = bytes(generator -> new TraceWriter(generator).write(run, hash, missing.size()));
        return new Parts(
                run.status() != Execution.Status.FAILED, canonical, hash, missing.size(), trace, run.lasting());
    }

    private static void writeOutputs(
            JsonGenerator generator, ResultWriter writer, String path, List<Output> outputs, Execution run) {
        generator.writeStartObject();
        for (Output output : outputs) {
            generator.writeName(output.name());
            String place = path.isEmpty() ? output.name() : path + "." + output.name();
            if (output instanceof Output.Group group) {
                writeOutputs(generator, writer, place, group.parts(), run);
                continue;
            }
            Outcome<?> outcome =
                    run.steps().get(((Output.OfStep) output).step()).outcome();
            if (outcome instanceof Outcome.Available<?> available) {
                writer.write(place, (Record) available.value());
            } else {
                writer.writeMissing(place, ((Outcome.NotAvailable<?>) outcome).reason());
            }
        }
        generator.writeEndObject();
    }

    /** Writes inputs as canonical JSON, in the order of their names. */
    String inputs(CompiledPattern pattern, Map<String, Object> inputs) {
        return new String(
                bytes(generator -> {
                    ResultWriter writer = new ResultWriter(generator);
                    generator.writeStartObject();
                    pattern.inputs().stream()
                            .sorted(java.util.Comparator.comparing(InputSpec::name))
                            .forEach(spec -> {
                                Object value = inputs.get(spec.name());
                                if (value != null) {
                                    generator.writeName(spec.name());
                                    writer.write(spec.name(), spec.type().shape(), value);
                                }
                            });
                    generator.writeEndObject();
                }),
                StandardCharsets.UTF_8);
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
