package org.scpmonitor.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
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
                && request.getQueryString() != null
                && !isMultipart(request)) {
            check(request.getParameterMap().keySet(), known.computeIfAbsent(method.getMethod(), any -> names(method)));
        }
        return true;
    }

    /** @param names what the call has */
    static void check(Set<String> given, SortedSet<String> names) {
        for (String each : given) {
            if (!names.contains(each)) {
                throw Problem.with(Problem.Kind.UNKNOWN_PARAMETER, each, String.join(", ", names));
            }
        }
    }

    /** A call that takes a form's parts checks them itself, once they have come. */
    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
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
