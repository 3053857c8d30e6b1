package io.dawsos.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something in between that can fall silent: it then takes all bytes, passes none on and closes nothing. */
final class LoopbackProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean silent;

    LoopbackProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("proxy", this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on new connections go elsewhere. */
    void retarget(int port) {
        target = port;
    }

    /** Falls silent; what is connected now is never heard of again. */
    void fallSilent() {
        silent = true;
        connections.forEach(connection -> connection.dead.set(true));
    }

    /** Serves new connections again. */
    void speakAgain() {
        silent = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Connection connection = new Connection(client, silent);
                connections.add(connection);
                start("proxy-connection", connection::serve);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Connection connection : connections) {
            connection.client.close();
        }
    }

    private final class Connection {

        private final Socket client;
        private final AtomicBoolean dead;

        Connection(Socket client, boolean dead) {
            this.client = client;
            this.dead = new AtomicBoolean(dead);
        }

        void serve() {
            if (dead.get()) {
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                start("proxy-answers", () -> pump(server, client));
                pump(client, server);
            } catch (IOException e) {
                closeQuietly(client);
            }
        }

        private void pump(Socket from, Socket to) {
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!dead.get()) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException e) {
                // One side is gone; the other is closed below.
            }
            if (!dead.get()) {
                closeQuietly(to);
            }
        }

        private void closeQuietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                dead.set(true);
            }
        }
    }
}
