package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.imports.ImportMappings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link ImportMappings} promises. */
public abstract class ImportMappingsContract {

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    @Test
    void the_last_saying_counts_and_an_empty_one_takes_it_back() {
        Ports ports = ports();
        ImportMappings mappings = ports.port(ImportMappings.class);
        UserId ada = ports.user("ada@example.org");
        assertThat(mappings.find(ada, "degiro")).isEqualTo(ImportMapping.NONE);
        mappings.remember(
                ada,
                "degiro",
                new ImportMapping(
                        Map.of("decimal", ","),
                        Map.of("date", "Datum"),
                        Map.of("Koop", "BUY"),
                        Map.of("US0378331005", "AAPL", "NL0000235190", "AIR")));
        mappings.remember(
                ada,
                "degiro",
                new ImportMapping(
                        Map.of(),
                        Map.of("date", "Valutadatum"),
                        Map.of(),
                        Map.of("NL0000235190", "", "US5949181045", "MSFT")));
        assertThat(mappings.find(ada, "degiro"))
                .isEqualTo(new ImportMapping(
                        Map.of("decimal", ","),
                        Map.of("date", "Valutadatum"),
                        Map.of("Koop", "BUY"),
                        Map.of("US0378331005", "AAPL", "US5949181045", "MSFT")));
    }

    @Test
    void mappings_are_of_one_user_and_one_format() {
        Ports ports = ports();
        ImportMappings mappings = ports.port(ImportMappings.class);
        UserId ada = ports.user("ada@example.org");
        UserId bob = ports.user("bob@example.org");
        mappings.remember(ada, "qif", new ImportMapping(Map.of("currency", "USD"), Map.of(), Map.of(), Map.of()));
        mappings.remember(ada, "qif", ImportMapping.NONE);
        assertThat(mappings.find(bob, "qif")).isEqualTo(ImportMapping.NONE);
        assertThat(mappings.find(ada, "csv")).isEqualTo(ImportMapping.NONE);
        assertThat(mappings.find(ada, "qif").settings()).containsEntry("currency", "USD");
    }
}
