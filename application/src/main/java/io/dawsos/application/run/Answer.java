package io.dawsos.application.run;

/**
 * A run's answer, ready to send.
 *
 * @param json {@code {success, data, unavailable, trace}} in UTF-8; not to be changed
 * @param resultHash SHA-256 of the canonical data and unavailable, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(byte[] json, String resultHash) {

    /** The entity tag of HTTP. */
    public String etag() {
        return '"' + resultHash + '"';
    }
}
