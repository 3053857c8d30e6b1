package io.dawsos.bootstrap.command;

import io.dawsos.bootstrap.wiring.Installation;
import picocli.CommandLine.IVersionProvider;

/** Tells the program's version. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"DawsOS " + Installation.version() + " on Java " + Runtime.version()};
    }
}
