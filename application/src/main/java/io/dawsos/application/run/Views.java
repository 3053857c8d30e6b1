package io.dawsos.application.run;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The layouts by their names, so that a run can be laid out again as it was. */
public final class Views {

    private final Map<String, View> views;

    /** @param views all but the plain one */
    @Inject
    public Views(Set<View> views) {
        this.views = views.stream().collect(Collectors.toUnmodifiableMap(View::name, Function.identity()));
    }

    /** Finds a layout. */
    public Optional<View> find(String name) {
        return name.equals(View.OUTPUTS.name()) ? Optional.of(View.OUTPUTS) : Optional.ofNullable(views.get(name));
    }
}
