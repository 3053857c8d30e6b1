package io.dawsos.bootstrap.wiring;

import java.util.Optional;

/** The version of the program, from the manifest of its archive. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version; {@code development} outside of an archive. */
    public static String text() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
