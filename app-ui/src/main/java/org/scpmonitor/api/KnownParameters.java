package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that a call doesn't have: a misspelt filter would else answer with what nobody asked for. */
final class KnownParameters implements HandlerInterceptor {

    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackage().equals(getClass().getPackage())
                && request.getQueryString() != null) {
            SortedSet<String> names = known.computeIfAbsent(method.getMethod(), any -> names(method));
            for (String given : request.getParameterMap().keySet()) {
                if (!names.contains(given)) {
                    throw Problem.with(Problem.Kind.UNKNOWN_PARAMETER, given, String.join(", ", names));
                }
            }
        }
        return true;
    }

    private static SortedSet<String> names(HandlerMethod method) {
        SortedSet<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                names.add(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
            }
            if (parameter.getParameterType() == Paging.class) {
                names.add("page");
                names.add("size");
            }
        }
        return names;
    }
}
