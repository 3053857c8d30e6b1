package io.dawsos.web;

import java.util.List;

/**
 * How the web server listens and signs.
 *
 * @param port 0 takes a free one
 * @param tokenKey 32 secret bytes or more
 * @param hostNames names, beside the loopback's, that requests may address this server by; all if it listens beyond the loopback and none is given
 * @param version of the program
 */
@SuppressWarnings("ArrayRecordComponent")
public record WebSettings(String host, int port, byte[] tokenKey, List<String> hostNames, String version) {}
