package org.scpmonitor.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each request, in the log and in the answer's header {@code X-Request-Id}, so that the two can be matched. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestName extends OncePerRequestFilter {

    /** The name under which the log knows it. */
    static final String REQUEST = "request";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        response.setHeader("X-Request-Id", name);
        try (var named = MDC.putCloseable(REQUEST, name)) {
            chain.doFilter(request, response);
        }
    }
}
