package io.dawsos.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.figure.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** Chooses published answers, and reads what all have. */
final class Oracles {

    private Oracles() {}

    static Stream<Arguments> oracles(String file, Predicate<JsonNode> wanted) {
        List<Arguments> found = StreamSupport.stream(
                        NumericCase.read("oracles", file + ".json").spliterator(), false)
                .filter(wanted)
                .<Arguments>map(oracle -> Arguments.argumentSet(oracle.get("id").asString(), oracle))
                .toList();
        assertThat(found).as(file).isNotEmpty();
        return found.stream();
    }

    static Predicate<JsonNode> measures(String... names) {
        return oracle -> Arrays.asList(names).contains(oracle.get("measure").asString());
    }

    static double tolerance(JsonNode oracle) {
        return oracle.get("tolerance").get("abs").asDouble();
    }

    static <T> T known(Figure<T> figure) {
        Optional<T> value = figure.asOptional();
        assertThat(figure.whyMissing()).isEmpty();
        return value.orElseThrow();
    }
}
