package io.dawsos.domain.identity;

/** One-way, salted, deliberately slow hashing of passwords. */
public interface PasswordHashing {

    /** Hashes a password into an encoded text that holds its parameters and salt. */
    String hash(String password);

    /** Says whether a password is the one that was hashed; takes the same time whether or not it is. */
    boolean verify(String password, String encodedHash);
}
