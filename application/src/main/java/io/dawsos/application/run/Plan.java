package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.application.pattern.Output;
import io.dawsos.application.pattern.Step;
import io.dawsos.domain.execution.Pins;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a run would do, without doing it.
 *
 * @param canonicalInputs the inputs as steps would see them, as canonical JSON
 * @param known whether the answer is known already, so that no step would run
 * @param waves the steps by how many others must end before them: those of one wave may run at once
 */
public record Plan(CompiledPattern pattern, Pins pins, String canonicalInputs, boolean known, List<List<Step>> waves) {

    static Plan of(Prepared prepared, boolean known) {
        List<Step> steps = prepared.pattern().steps();
        int[] wave = new int[steps.size()];
        List<List<Step>> waves = new ArrayList<>();
        for (int i = 0; i < wave.length; i++) {
            for (int before : steps.get(i).waitsFor()) {
                wave[i] = Math.max(wave[i], wave[before] + 1);
            }
            while (waves.size() <= wave[i]) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave[i]).add(steps.get(i));
        }
        return new Plan(prepared.pattern(), prepared.pins(), prepared.canonicalInputs(), known, waves);
    }

    /** The names of the steps on which an output rests. */
    public Set<String> restsOn(Output output) {
        return TraceWriter.names(pattern, output);
    }
}
