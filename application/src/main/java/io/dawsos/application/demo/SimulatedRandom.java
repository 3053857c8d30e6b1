package io.dawsos.application.demo;

/**
 * Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014) and the polar method of Marsaglia and
 * Bray (1964), over strict mathematics.
 */
final class SimulatedRandom {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SimulatedRandom(long seed) {
        this.state = seed;
    }

    private long next() {
        state += GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Standard normal. */
    double normal() {
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
