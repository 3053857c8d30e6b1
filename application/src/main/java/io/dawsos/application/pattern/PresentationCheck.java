package io.dawsos.application.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that what a pattern's presentation shows is something that the pattern answers. */
final class PresentationCheck {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.]+)\\s*}}");

    private final PatternProblems problems;
    private final ReferenceScope scope;
    private final List<String> outputs;

    PresentationCheck(PatternProblems problems, ReferenceScope scope, List<String> outputs) {
        this.problems = problems;
        this.scope = scope;
        this.outputs = outputs;
    }

    void check(Map<String, Located> members) {
        for (String name : List.of("presentation", "display")) {
            Optional.ofNullable(members.get(name)).ifPresent(this::walk);
        }
    }

    private void walk(Located place) {
        place.asObject().ifPresent(object -> object.values().forEach(this::walk));
        place.asArray().ifPresent(array -> array.forEach(this::walk));
        place.asText().ifPresent(text -> {
            Matcher matcher = REFERENCE.matcher(text);
            while (matcher.find()) {
                reference(place, matcher.group(1));
            }
        });
    }

    private void reference(Located place, String path) {
        String root = path.split("\\.", -1)[0];
        boolean known = scope.step(root).isPresent();
        if (known && !outputs.contains(root)) {
            problems.error(
                    "unmade_output",
                    place,
                    Optional.empty(),
                    "the presentation shows \"" + root + "\", which is not among the outputs");
        } else if (known && !path.contains(".")) {
            scope.use(root);
        } else {
            scope.resolve(place, Optional.empty(), path);
        }
    }
}
