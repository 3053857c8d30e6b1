package io.dawsos.web.routes;

import io.dawsos.web.http.Endpoint;
import java.util.List;

/** Names all groups of routes, for wiring. */
public final class RouteGroups {

    private RouteGroups() {}

    /** All groups. */
    public static List<Class<? extends Endpoint.Group>> all() {
        return List.of(
                AuthenticationRoutes.class,
                PortfolioRoutes.class,
                LedgerRoutes.class,
                PortfolioPatternRoutes.class,
                ImportRoutes.class,
                PatternArchiveRoutes.class,
                PatternRoutes.class,
                ExecutionRoutes.class,
                PackRoutes.class,
                SystemRoutes.class,
                DocumentationRoutes.class);
    }

    /** What groups share. */
    public static List<Class<?>> support() {
        return List.of(RunRequests.class, CommitUndo.class, SignIn.class, StatementRoutes.class);
    }
}
