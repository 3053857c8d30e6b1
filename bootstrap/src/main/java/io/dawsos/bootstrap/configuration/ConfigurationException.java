package io.dawsos.bootstrap.configuration;

import java.util.List;

/** Thrown when settings are wrong; names all of them. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the settings that are wrong, one text each. */
    public ConfigurationException(List<String> problems) {
        super("wrong settings: " + String.join("; ", problems));
    }
}
