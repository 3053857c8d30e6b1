package planted.pools;

class OtherServer {
    Object start() throws java.io.IOException {
        return new ProcessBuilder("postgres").start();
    }
}
