package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.pattern.PatternVersions;
import io.dawsos.domain.pattern.PatternVersions.Kept;
import io.dawsos.domain.pattern.PatternVersions.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link PatternVersions} promises. */
public abstract class PatternVersionsContract {

    private static final AccessScope SYSTEM = AccessScope.system("test");

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static Version version(String id, String hash) {
        return new Version(id, "1.0.0", hash, "{\"id\": \"" + id + "\"}", List.of("x" + hash));
    }

    @Test
    void a_version_is_kept_once_and_found_by_its_hash() {
        PatternVersions versions = ports().port(PatternVersions.class);
        versions.keep(SYSTEM, List.of(version("p", "a"), version("p", "b"), version("q", "c")));
        versions.keep(AccessScope.system("other"), List.of(version("p", "a")));
        assertThat(versions.find("a")).contains(version("p", "a"));
        assertThat(versions.find("z")).isEmpty();
        assertThat(versions.versions("p"))
                .extracting(Kept::version)
                .containsExactlyInAnyOrder(version("p", "a"), version("p", "b"));
        assertThat(versions.versions("p")).extracting(Kept::scope).containsOnly("system:test");
        assertThat(versions.versions("z")).isEmpty();
    }

    @Test
    void the_version_last_taken_into_use_is_the_active_one() {
        Ports ports = ports();
        PatternVersions versions = ports.port(PatternVersions.class);
        AccessScope ada = AccessScope.of(ports.user("ada@example.org"));
        versions.keep(ada, List.of(version("p", "a")));
        versions.keep(ada, List.of(version("p", "b"), version("q", "c")));
        assertThat(versions.active()).isEmpty();
        versions.activate(ada, "p", "a");
        versions.activate(ada, "p", "b");
        versions.activate(ada, "q", "c");
        assertThat(versions.active()).containsEntry("p", "b").containsEntry("q", "c");
        versions.activate(ada, "p", "a");
        assertThat(versions.active()).containsEntry("p", "a").hasSize(2);
        assertThatThrownBy(() -> versions.activate(ada, "q", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
