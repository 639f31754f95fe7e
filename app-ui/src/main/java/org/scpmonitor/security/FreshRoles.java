package org.scpmonitor.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.scpmonitor.access.Account;
import org.slf4j.MDC;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives whoever is signed in the roles of today, signs out the disabled, and names the user in the log. */
final class FreshRoles extends OncePerRequestFilter {

    private final CurrentViewer viewers;

    FreshRoles(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication held = SecurityContextHolder.getContext().getAuthentication();
        if (held == null || held instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> account = viewers.account(held);
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
        } else if (!Set.copyOf(held.getAuthorities()).equals(PasswordCheck.authorities(account.get()))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    held.getName(), null, PasswordCheck.authorities(account.get())));
            SecurityContextHolder.setContext(context);
        }
        try (var user = MDC.putCloseable("user", held.getName())) {
            chain.doFilter(request, response);
        }
    }
}
