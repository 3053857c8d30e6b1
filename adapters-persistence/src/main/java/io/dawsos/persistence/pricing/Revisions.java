package io.dawsos.persistence.pricing;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.persistence.pool.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/**
 * The numbering of revisions under one lock, held to the end of the transaction: so the order of numbers is the order of commits,
 * and a pack's cut never sees a revision that commits later.
 */
public final class Revisions {

    private static final long LOCK = 0x4461_7773_4f53L;

    private final Handle handle;

    private Revisions(Handle handle) {
        this.handle = handle;
    }

    /** Takes the lock for the rest of the handle's transaction. */
    public static Revisions lock(Handle handle) {
        handle.createQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .one();
        return new Revisions(handle);
    }

    /** Gives the number of the revision that commits next. */
    public long nextNumber() {
        return handle.createQuery("select nextval('revision_numbers')")
                .mapTo(Long.class)
                .one();
    }

    /** Adds a revision; its place in the chain is after the newest of its universe. */
    public void add(long number, Universe universe, AccessScope scope, String source, String contentHash) {
        String before = handle.createQuery(
                        "select chained_hash from revisions where universe = :universe order by number desc limit 1")
                .bind("universe", universe.label())
                .mapTo(String.class)
                .findOne()
                .orElse("");
        handle.createUpdate("insert into revisions (number, universe, source, scope, content_hash, chained_hash)"
                        + " values (:number, :universe, :source, :scope, :content, :chained)")
                .bind("number", number)
                .bind("universe", universe.label())
                .bind("source", source)
                .bind("scope", Database.setting(scope))
                .bind("content", contentHash)
                .bind("chained", hash(before + "\n" + contentHash))
                .execute();
    }

    /** Gives the SHA-256 of a text in hexadecimal. */
    public static String hash(String content) {
        return HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
