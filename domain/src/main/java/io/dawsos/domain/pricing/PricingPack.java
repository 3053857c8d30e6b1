package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.Universe;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Market data frozen: all that was known of one universe at one revision, up to one date.
 *
 * <p>Reading through a pack sees, for each subject and date, the newest observation with {@code revision <= cut} and
 * {@code date <= asOf}. A pack never changes; a correction is a later revision, and so another pack.
 *
 * @param cut the newest revision that the pack sees
 * @param hash SHA-256 in hexadecimal over universe, date, cut, policy and the chained hash of the revisions up to the cut
 */
public record PricingPack(PackId id, Universe universe, LocalDate asOf, long cut, String policy, String hash) {

    /** The one policy so far: the last accepted observation on or before a date counts. */
    public static final String LAST_OBSERVATION = "last-observation";

    /**
     * Makes the pack of a universe, a date and a cut.
     *
     * @param revisionChain the chained hash of the universe's revisions up to the cut, in hexadecimal
     */
    public static PricingPack of(Universe universe, LocalDate asOf, long cut, String revisionChain) {
        String text = String.join(
                "\n", universe.label(), asOf.toString(), Long.toString(cut), LAST_OBSERVATION, revisionChain);
        String hash = sha256(text);
        return new PricingPack(
                new PackId("PP_" + asOf + "_" + hash.substring(0, 12)), universe, asOf, cut, LAST_OBSERVATION, hash);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
