package io.dawsos.documents.statement;

import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.UnreadableStatementException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;

/** Finds out how the characters of a file are encoded. */
public final class TextEncoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextEncoding() {}

    /**
     * The encoding that the settings name, or else the one of the byte order mark, UTF-8 if the beginning is, windows-1252 if not.
     *
     * @throws UnreadableStatementException if the settings name none that is known
     */
    public static Charset of(StatementFile file, Map<String, String> settings) {
        String named = settings.getOrDefault("encoding", "");
        if (!named.isEmpty()) {
            try {
                return Charset.forName(named);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new UnreadableStatementException(
                        1, "unknown encoding " + named, "one such as UTF-8, windows-1252 or UTF-16");
            }
        }
        if (file.beginsWith(0xFF, 0xFE) || file.beginsWith(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        return isUtf8(file.head()) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // Not at the end of input: the beginning may be cut within a character.
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }

    /** The beginning of a file as text. */
    public static String head(StatementFile file) {
        return new String(file.head(), of(file, Map.of())).replace("\uFEFF", "");
    }
}
