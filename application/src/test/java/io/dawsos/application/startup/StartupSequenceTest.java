package io.dawsos.application.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.startup.StartupSequence.StartupFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartupSequenceTest {

    private final List<String> events = new ArrayList<>();
    private final StartupSequence startup = new StartupSequence();

    private void stage(String name) {
        startup.start(
                name,
                () -> {
                    events.add("start " + name);
                    return name;
                },
                started -> events.add("close " + started));
    }

    @Test
    void stages_close_in_reverse_order() {
        stage("database");
        stage("HTTP");
        startup.close();
        startup.close();
        assertThat(events).containsExactly("start database", "start HTTP", "close HTTP", "close database");
        assertThat(startup.reports())
                .extracting(StartupSequence.StageReport::stage)
                .containsExactly("database", "HTTP");
    }

    @Test
    void a_stage_that_fails_closes_the_others_and_says_why_in_one_line() {
        stage("database");
        startup.start("broken closing", () -> "x", started -> {
            throw new IllegalStateException("does not close");
        });
        assertThatThrownBy(() -> startup.start(
                        "patterns",
                        () -> {
                            throw new IllegalStateException("broken patterns:\n a.json:1\n b.json:2");
                        },
                        started -> {}))
                .isInstanceOf(StartupFailedException.class)
                .hasMessage("start failed at stage patterns: broken patterns:; a.json:1; b.json:2")
                .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
        assertThat(events).containsExactly("start database", "close database");
    }
}
