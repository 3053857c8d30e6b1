package io.dawsos.application.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A file that somebody wants to import: its name, its beginning, and its content once. */
public final class StatementFile {

    private static final int HEAD = 1 << 16;

    private final String name;
    private final byte[] head;
    private final InputStream rest;

    private StatementFile(String name, byte[] head, InputStream rest) {
        this.name = name;
        this.head = head;
        this.rest = rest;
    }

    /** Reads the beginning of a file; the caller closes the stream. */
    public static StatementFile of(String name, InputStream content) {
        try {
            return new StatementFile(name, content.readNBytes(HEAD), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file is called; empty text if nobody said. */
    public String name() {
        return name;
    }

    /** The first bytes, at most 65 536. */
    public byte[] head() {
        return head.clone();
    }

    /** Whether the file begins with these bytes. */
    public boolean beginsWith(int... bytes) {
        byte[] start = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            start[i] = (byte) bytes[i];
        }
        return head.length >= start.length && Arrays.equals(head, 0, start.length, start, 0, start.length);
    }

    /** The whole content from its beginning; it can be read once. */
    public InputStream content() {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }
}
