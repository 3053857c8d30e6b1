package io.dawsos.documents.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.documents.statement.Dates.Order;
import io.dawsos.documents.statement.Dates.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as programs write them. */
class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-15|DAY_FIRST|2024-01-15|
            2023-12-18 14:30:03.613|DAY_FIRST|2023-12-18|14:30:03.613
            2022-09-03T16:25:19.368113Z|DAY_FIRST|2022-09-03|16:25:19.368113
            20230403;095853|DAY_FIRST|2023-04-03|09:58:53
            20230403|DAY_FIRST|2023-04-03|
            17/11/2021|DAY_FIRST|2021-11-17|
            11/01/2023|MONTH_FIRST|2023-11-01|
            04/17/2023 as of 04/15/2023|MONTH_FIRST|2023-04-17|
            24-08-2022 07:00:15|DAY_FIRST|2022-08-24|07:00:15
            02-Apr-2025|DAY_FIRST|2025-04-02|
            16-jan-2025|DAY_FIRST|2025-01-16|
            May 5, 2020, 10:10:57 PM|DAY_FIRST|2020-05-05|22:10:57
            Jan 15, 2025, 12:23:31 AM|DAY_FIRST|2025-01-15|00:23:31
            """)
    void a_date_is_read(String text, Order order, String date, @org.jspecify.annotations.Nullable String at) {
        When when = Dates.read(text, order);
        assertThat(when.date()).isEqualTo(date);
        if (!text.contains("as of")) {
            assertThat(when.at()).isEqualTo(at == null ? "" : at);
        }
    }

    @ParameterizedTest
    @CsvSource({"16/09/21", "31/02/2024", "not-a-date", "12/31/2024", "2024-13-01"})
    void what_is_no_date_stays_as_it_was_found(String text) {
        assertThat(Dates.read(text, Order.DAY_FIRST).date()).isEqualTo(text);
    }
}
