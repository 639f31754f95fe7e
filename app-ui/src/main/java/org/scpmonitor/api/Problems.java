package org.scpmonitor.api;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.scpmonitor.config.ScpSettings;
import org.scpmonitor.security.TooManyFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.MimeType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure of a call as {@code application/problem+json} in the caller's language. */
@RestControllerAdvice
@Order(0)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ScpSettings settings;

    Problems(ScpSettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(Problem problem, HttpServletRequest request, Locale locale) {
        return answer(problem, request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSignedIn(
            AuthenticationException failure, HttpServletRequest request, Locale locale) {
        if (failure instanceof TooManyFailures tooMany) {
            long seconds = tooMany.mayRetryAfter().toSeconds();
            return ResponseEntity.status(Problem.Kind.TOO_FAST.status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                    .body(told(Problem.of(Problem.Kind.TOO_FAST, seconds), request, locale));
        }
        return ResponseEntity.status(Problem.Kind.SIGN_IN.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"SCP Monitor\", charset=\"UTF-8\"")
                .body(told(Problem.of(Problem.Kind.SIGN_IN), request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> outOfScope(AccessDeniedException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.of(Problem.Kind.OUT_OF_SCOPE), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchPath(
            NoResourceFoundException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.of(Problem.Kind.NOT_FOUND), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(
            HttpRequestMethodNotSupportedException failure, HttpServletRequest request, Locale locale) {
        Set<HttpMethod> allowed = requireNonNullElse(failure.getSupportedHttpMethods(), Set.of());
        var problem = Problem.of(Problem.Kind.WRONG_METHOD, failure.getMethod(), join(allowed));
        return ResponseEntity.status(problem.kind().status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .allow(allowed.toArray(HttpMethod[]::new))
                .body(told(problem, request, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(
            HttpMediaTypeNotAcceptableException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.of(Problem.Kind.NOT_ACCEPTABLE, join(failure.getSupportedMediaTypes())), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(
            HttpMediaTypeNotSupportedException failure, HttpServletRequest request, Locale locale) {
        String sent =
                failure.getContentType() == null ? "" : failure.getContentType().toString();
        return answer(
                Problem.of(Problem.Kind.WRONG_TYPE, sent, join(failure.getSupportedMediaTypes())), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestParameterException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.with(Problem.Kind.MISSING_PARAMETER, failure.getParameterName()), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(
            MissingServletRequestPartException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.with(Problem.Kind.MISSING_PARAMETER, failure.getRequestPartName()), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            MethodArgumentTypeMismatchException failure, HttpServletRequest request, Locale locale) {
        return answer(Reading.problem(failure), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.of(Problem.Kind.BAD_BODY), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(
            MaxUploadSizeExceededException failure, HttpServletRequest request, Locale locale) {
        return answer(
                Problem.with(
                        Problem.Kind.TOO_LARGE, "file", settings.maxUpload().toMegabytes()),
                request,
                locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenParts(MultipartException failure, HttpServletRequest request, Locale locale) {
        return answer(Problem.of(Problem.Kind.BAD_BODY), request, locale);
    }

    /** A fault of ours. Where the answer has begun, it is broken off, so that nobody takes a part for the whole. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> fault(
            Exception fault, HttpServletRequest request, HttpServletResponse response, Locale locale) throws Exception {
        if (response.isCommitted() || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw fault;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        return answer(Problem.of(Problem.Kind.FAULT), request, locale);
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request, Locale locale) {
        return ResponseEntity.status(problem.kind().status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .body(told(problem, request, locale));
    }

    private static ProblemDetail told(Problem problem, HttpServletRequest request, Locale locale) {
        ProblemDetail told = ProblemTexts.tell(problem, locale);
        told.setInstance(URI.create(request.getRequestURI()));
        return told;
    }

    private static String join(Iterable<?> names) {
        return java.util.stream.StreamSupport.stream(names.spliterator(), false)
                .map(name -> name instanceof MimeType type ? type.getType() + "/" + type.getSubtype() : name.toString())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
