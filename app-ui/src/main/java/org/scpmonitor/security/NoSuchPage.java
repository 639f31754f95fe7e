package org.scpmonitor.security;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A page that there isn't. Whoever asks for one is told so and isn't asked to sign in, which wouldn't help. Pages that exist
 * are none of them, whoever may enter.
 */
final class NoSuchPage implements RequestMatcher {
    @Override
    public boolean matches(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("GET")
                && path.startsWith("/")
                && !path.equals("/error")
                && ApplicationRouteRegistry.getInstance(new VaadinServletContext(request.getServletContext()))
                        .getNavigationTarget(path.substring(1))
                        .isEmpty();
    }
}
