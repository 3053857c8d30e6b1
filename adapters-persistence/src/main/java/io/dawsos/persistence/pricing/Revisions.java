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
        handle.createQuery("select pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .findOne();
        return new Revisions(handle);
    }

    /** Adds a revision whose content is a text. */
    public long add(Universe universe, AccessScope scope, String source, String content) {
        return addHashed(
                universe,
                scope,
                source,
                HexFormat.of().formatHex(sha256().digest(content.getBytes(StandardCharsets.UTF_8))));
    }

    /** Adds a revision whose content has a SHA-256, and gives its number. */
    long addHashed(Universe universe, AccessScope scope, String source, String contentHash) {
        long number = handle.createQuery("select coalesce(max(number), 0) + 1 from revisions")
                .mapTo(Long.class)
                .one();
        String before = handle.createQuery(
                        "select chained_hash from revisions where universe = :universe order by number desc limit 1")
                .bind("universe", universe.label())
                .mapTo(String.class)
                .findOne()
                .orElse("");
        String chained = HexFormat.of()
                .formatHex(sha256().digest((before + "\n" + contentHash).getBytes(StandardCharsets.US_ASCII)));
        handle.createUpdate("insert into revisions (number, universe, source, scope, content_hash, chained_hash)"
                        + " values (:number, :universe, :source, :scope, :content, :chained)")
                .bind("number", number)
                .bind("universe", universe.label())
                .bind("source", source)
                .bind("scope", Database.setting(scope))
                .bind("content", contentHash)
                .bind("chained", chained)
                .execute();
        return number;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
