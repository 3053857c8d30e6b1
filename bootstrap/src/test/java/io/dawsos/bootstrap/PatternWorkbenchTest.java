package io.dawsos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.application.pattern.PatternCatalog;
import io.dawsos.application.pattern.PatternSet;
import io.dawsos.bootstrap.wiring.PatternWorkbench;
import io.dawsos.domain.pattern.PatternProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatternWorkbenchTest {

    private final PatternWorkbench workbench = new PatternWorkbench();

    @Test
    void every_pattern_that_ships_lints_clean() {
        PatternSet set = workbench.compile(Map.of());
        assertThat(set.problems()).isEmpty();
        assertThat(set.all()).hasSameSizeAs(PatternCatalog.builtInIds());
    }

    @Test
    void a_document_is_compiled_beside_those_that_ship() {
        PatternSet set = workbench.compile(
                Map.of("mine", "{\"id\": \"mine\", \"steps\": [{\"pattern\": \"portfolio_overvew\"}]}"));
        assertThat(set.errors()).extracting(PatternProblem::code).contains("missing_member");
        assertThat(set.find("portfolio_overview")).isPresent();
    }
}
