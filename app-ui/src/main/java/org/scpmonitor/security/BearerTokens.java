package org.scpmonitor.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.scpmonitor.access.Account;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Tokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets an account's programs in by the token that it made for them, with the account's rights of this moment. Tokens
 * themselves are made and taken back by password only, so that one that was lost can't prolong itself.
 */
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String TOKENS = "/api/v1/tokens";

    private final Tokens tokens;
    private final Accounts accounts;
    private final CurrentViewer viewers;
    private final HandlerExceptionResolver problems;

    BearerTokens(Tokens tokens, Accounts accounts, CurrentViewer viewers, HandlerExceptionResolver problems) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.viewers = viewers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> account = tokens.findAccount(
                        header.substring(SCHEME.length()).strip())
                .flatMap(accounts::find)
                .filter(Account::enabled);
        if (account.isEmpty()) {
            problems.resolveException(
                    request, response, null, new BadCredentialsException("Unknown, ended or taken back token"));
            return;
        }
        if (request.getRequestURI().startsWith(TOKENS)) {
            problems.resolveException(request, response, null, new AccessDeniedException("Tokens need a password"));
            return;
        }
        viewers.read(account.get());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                account.get().username(), null, PasswordCheck.authorities(account.get())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
