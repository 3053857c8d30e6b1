package io.dawsos.domain.identity;

/** One-way, salted, deliberately slow hashing of passwords. */
public interface PasswordHashing {

    /** Hashes a password into an encoded text that holds its parameters and salt. */
    String hash(String password);

    /** Gives an encoded hash that no password has; verifying against it takes as long as against a real one. */
    String unmatchable();

    /** Says whether a password is the one that was hashed; takes the same time whether or not it is. */
    boolean verify(String password, String encodedHash);

    /** Thrown by every method when too many passwords are being looked at: a fault of the moment. */
    final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BusyException() {
            super("too many logins at once");
        }
    }
}
