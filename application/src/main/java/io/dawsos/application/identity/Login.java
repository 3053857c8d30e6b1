package io.dawsos.application.identity;

import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.PasswordHashing;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.Users;
import jakarta.inject.Inject;
import java.util.Optional;

/** Logging in with address and password. A wrong password and an unknown address take the same time and look the same. */
public final class Login {

    private final Users users;
    private final PasswordHashing passwords;
    private final String decoyHash;

    @Inject
    Login(Users users, PasswordHashing passwords) {
        this.users = users;
        this.passwords = passwords;
        this.decoyHash = passwords.unmatchable();
    }

    /** Gives the user if the password is right. */
    public Optional<User> attempt(EmailAddress email, String password) {
        Optional<User> user = users.byEmail(email);
        boolean right = passwords.verify(password, user.map(User::passwordHash).orElse(decoyHash));
        return user.filter(found -> right);
    }
}
