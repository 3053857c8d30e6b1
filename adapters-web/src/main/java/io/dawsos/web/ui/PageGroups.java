package io.dawsos.web.ui;

import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.ProblemPage;
import java.util.List;

/** Names all groups of pages, for wiring. */
public final class PageGroups {

    private PageGroups() {}

    /** All groups. */
    public static List<Class<? extends Endpoint.Group>> all() {
        return List.of(
                Assets.class,
                SessionPages.class,
                DashboardPages.class,
                PerformancePages.class,
                ExplainPages.class,
                TransactionPages.class,
                LotPages.class,
                HealthPages.class,
                ImportPages.class);
    }

    /** What groups share. */
    public static List<Class<?>> support() {
        return List.of(Pages.class, PatternPages.class);
    }

    /** What shows problems to people. */
    public static Class<? extends ProblemPage> problems() {
        return ProblemScreen.class;
    }
}
