package io.dawsos.documents.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.documents.statement.Numbers.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people and programs write them. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234.56|POINT|1234.56
            1,234.56|POINT|1234.56
            1.234,56|POINT|1234.56
            1.234.567|POINT|1234567
            1,234|POINT|1234
            1,234|COMMA|1.234
            1.234|COMMA|1234
            1.234|POINT|1.234
            0,123|POINT|0.123
            26,45|POINT|26.45
            -97.93|COMMA|-97.93
            $1,259.59|POINT|1259.59
            -$30.93|POINT|-30.93
            (12.50)|POINT|-12.5
            €0.12649|POINT|0.12649
            85.11 USD|POINT|85.11
            1'000.5|POINT|1000.5
            5.|POINT|5
            +3|POINT|3
            """)
    void a_number_is_read_exactly(String text, Decimal decimal, String expected) {
        assertThat(Numbers.text(text, decimal)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"abc", "<invalid>", "10:1", "1-2", "1e5", "--", "12 shares"})
    void what_is_no_number_stays_as_it_was_found(String text) {
        assertThat(Numbers.parse(text, Decimal.POINT)).isEmpty();
        assertThat(Numbers.text(text, Decimal.POINT)).isEqualTo(text);
    }

    @Test
    void a_text_without_end_is_no_number() {
        assertThat(Numbers.parse("9".repeat(1_000_000), Decimal.POINT)).isEmpty();
    }
}
