package io.dawsos.web.ui;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param section the entry of the navigation that is open; empty if none is
 * @param assets the address that static files lie under
 * @param portfolios the reader's portfolios; none if nobody is logged in
 * @param portfolio the identity of the portfolio that the page is about; empty if it is about none
 */
record Frame(
        String title,
        String section,
        String assets,
        String version,
        boolean loggedIn,
        List<Choice> portfolios,
        String portfolio) {

    /** A portfolio to choose. */
    record Choice(String id, String name, boolean simulated) {}

    /** An entry of the navigation. */
    record Entry(String section, String path, String name) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("overview", "", "Overview"),
            new Entry("performance", "/performance", "Performance"),
            new Entry("transactions", "/transactions", "Transactions"),
            new Entry("lots", "/lots", "Lots"),
            new Entry("health", "/health", "Health"),
            new Entry("import", "/import", "Import"));

    /** The entries of the navigation. */
    List<Entry> entries() {
        return portfolio.isEmpty() ? List.of() : ENTRIES;
    }

    /** Whether the portfolio of the page is of a simulated market. */
    boolean simulated() {
        return portfolios.stream().anyMatch(choice -> choice.id().equals(portfolio) && choice.simulated());
    }
}
