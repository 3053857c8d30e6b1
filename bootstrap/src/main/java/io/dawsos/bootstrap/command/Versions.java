package io.dawsos.bootstrap.command;

import io.dawsos.bootstrap.wiring.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** Tells the program's version. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"DawsOS " + ProgramVersion.text() + " on Java " + Runtime.version()};
    }
}
