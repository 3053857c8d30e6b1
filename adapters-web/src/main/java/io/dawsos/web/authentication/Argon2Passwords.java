package io.dawsos.web.authentication;

import io.dawsos.domain.identity.PasswordHashing;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP advises. Only two hashes run at a time, so that logins can't
 * take the server's processors and memory.
 */
public final class Argon2Passwords implements PasswordHashing {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_A_TIME = 2;
    private static final int WAITING_AT_MOST = 20;
    private static final int PATIENCE_SECONDS = 3;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    @Inject
    public Argon2Passwords() {}

    @Override
    public String hash(String password) {
        byte[] salt = randomBytes(SALT_BYTES);
        return encoded(salt, derive(password, salt, MEMORY_KIB, PASSES, LANES));
    }

    @Override
    public String unmatchable() {
        return encoded(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    @Override
    public boolean verify(String password, String encodedHash) {
        String[] parts = encodedHash.split("[$]", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        String[] costs = parts[3].split(",", -1);
        byte[] derived = derive(
                password,
                Base64.getDecoder().decode(parts[4]),
                Integer.parseInt(costs[0], 2, costs[0].length(), 10),
                Integer.parseInt(costs[1], 2, costs[1].length(), 10),
                Integer.parseInt(costs[2], 2, costs[2].length(), 10));
        return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[5]));
    }

    /** Waits a moment for a place; who comes when many wait is sent away, or logins could take every thread of the server. */
    private void takePlace() {
        try {
            if (places.getQueueLength() < WAITING_AT_MOST && places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException();
    }

    private byte[] derive(String password, byte[] salt, int memory, int passes, int lanes) {
        takePlace();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }
}
