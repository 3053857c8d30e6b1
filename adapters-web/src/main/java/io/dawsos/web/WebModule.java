package io.dawsos.web;

import com.google.inject.PrivateModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.dawsos.web.authentication.LoginThrottle;
import io.dawsos.web.authentication.SessionCookie;
import io.dawsos.web.authentication.Tokens;
import io.dawsos.web.http.Browsers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.ProblemPage;
import io.dawsos.web.http.WebServer;
import io.dawsos.web.routes.RouteGroups;
import io.dawsos.web.ui.PageGroups;
import java.util.List;
import java.util.stream.Stream;

/**
 * Wires the HTTP API and the pages. Exposes the server. Needs bindings of the ports, the use cases, a {@code PrometheusMeterRegistry}, a
 * {@code PasswordHashing}, a {@code StartupSequence} and a {@code Clock}.
 */
public final class WebModule extends PrivateModule {

    private final WebSettings settings;

    /** Wires with these settings. */
    public WebModule(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        bind(WebSettings.class).toInstance(settings);
        bind(Tokens.class).in(Singleton.class);
        bind(SessionCookie.class).in(Singleton.class);
        bind(Browsers.class).in(Singleton.class);
        bind(ProblemPage.class).to(PageGroups.problems());
        bind(PageGroups.problems()).in(Singleton.class);
        bind(LoginThrottle.class).in(Singleton.class);
        bind(Json.class).in(Singleton.class);
        RouteGroups.support().forEach(type -> bind(type).in(Singleton.class));
        PageGroups.support().forEach(type -> bind(type).in(Singleton.class));
        bind(WebServer.class).in(Singleton.class);
        Multibinder<Endpoint.Group> groups = Multibinder.newSetBinder(binder(), Endpoint.Group.class);
        Stream.of(RouteGroups.all(), PageGroups.all()).flatMap(List::stream).forEach(group -> {
            bind(group).in(Singleton.class);
            groups.addBinding().to(group);
        });
        expose(WebServer.class);
    }
}
