package io.dawsos.persistence.pricing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The rows of one kind on their way into its staging table: collected, so that kinds that alternate cost no round trips. */
final class Lane<S> {

    private static final int FULL = 1 << 16;

    private final Map<S, Integer> lastDays = new HashMap<>();
    private byte[] bytes = new byte[FULL + 1024];
    private int size;
    private boolean repeats;

    /** Adds a row's line. */
    void add(S subject, int day, byte[] line) {
        Integer before = lastDays.put(subject, day);
        repeats |= before != null && before >= day;
        if (size + line.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, size + line.length);
        }
        System.arraycopy(line, 0, bytes, size, line.length);
        size += line.length;
    }

    boolean isFull() {
        return size >= FULL;
    }

    boolean hasRows() {
        return size > 0;
    }

    /** Whether a subject and date may have come twice: some subject's dates did not ascend. */
    boolean repeats() {
        return repeats;
    }

    /** The subjects that came. */
    Set<S> subjects() {
        return lastDays.keySet();
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Encodes a line in the text format of COPY. */
    static byte[] encoded(StringBuilder line) {
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
