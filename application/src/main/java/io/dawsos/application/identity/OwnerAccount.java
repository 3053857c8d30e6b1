package io.dawsos.application.identity;

import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.PasswordHashing;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The account of the owner of this server, made at the first start. */
public final class OwnerAccount {

    private static final int PASSWORD_BYTES = 15;

    private final Users users;
    private final PasswordHashing passwords;
    private final Supplier<UUID> identities;

    @Inject
    OwnerAccount(Users users, PasswordHashing passwords, Supplier<UUID> identities) {
        this.users = users;
        this.passwords = passwords;
        this.identities = identities;
    }

    /**
     * The owner as found or made.
     *
     * @param newPassword the password that was made for a new owner; empty if the owner was there or brought one
     */
    public record Owner(User user, Optional<String> newPassword) {}

    /** Gives the owner; makes one if there is no administrator yet. */
    public Owner findOrCreate(EmailAddress email, Optional<String> password) {
        Optional<User> known = users.firstAdmin();
        if (known.isPresent()) {
            return new Owner(known.get(), Optional.empty());
        }
        String chosen = password.orElseGet(OwnerAccount::randomPassword);
        User owner = new User(new UserId(identities.get()), email, passwords.hash(chosen), Role.ADMIN);
        if (!users.add(owner)) {
            throw new IllegalStateException(
                    "the address " + email.value() + " belongs to a user who is no administrator");
        }
        return new Owner(owner, password.isPresent() ? Optional.empty() : Optional.of(chosen));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
