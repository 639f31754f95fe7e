package org.scpmonitor.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that can't be answered as it was asked. Told in the caller's language by the texts {@code KIND.title},
 * {@code KIND.detail} and {@code KIND.mend} of the bundle {@code i18n/problem}.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What may be wrong, each with its status. */
    enum Kind {
        UNKNOWN_PARAMETER(HttpStatus.UNPROCESSABLE_CONTENT),
        MISSING_PARAMETER(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_PARAMETER(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_PERIOD(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_BOUND(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_MOMENT(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_CHOICE(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_NUMBER(HttpStatus.UNPROCESSABLE_CONTENT),
        UNKNOWN_CODE(HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
        OTHER_PERIODICITY(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_MAPPING(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_CATALOGUE(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_CELL(HttpStatus.UNPROCESSABLE_CONTENT),
        UNKNOWN_CELL(HttpStatus.UNPROCESSABLE_CONTENT),
        NOTHING_LEFT(HttpStatus.UNPROCESSABLE_CONTENT),
        BAD_ENTRY(HttpStatus.UNPROCESSABLE_CONTENT),
        FILE_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT),
        FILE_OTHER_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        FILE_NOT_WHAT_IT_SAYS(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        FILE_TOO_MANY(HttpStatus.CONFLICT),
        FILE_ALREADY_THERE(HttpStatus.CONFLICT),
        STILL_NAMED(HttpStatus.CONFLICT),
        BAD_BODY(HttpStatus.UNPROCESSABLE_CONTENT),
        SIGN_IN(HttpStatus.UNAUTHORIZED),
        OUT_OF_SCOPE(HttpStatus.FORBIDDEN),
        OWN_SUBMISSION(HttpStatus.FORBIDDEN),
        SAME_PERSON(HttpStatus.FORBIDDEN),
        OTHER_LEVEL(HttpStatus.FORBIDDEN),
        NOT_FOUND(HttpStatus.NOT_FOUND),
        WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED),
        NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
        WRONG_STATE(HttpStatus.CONFLICT),
        WRITTEN_MEANWHILE(HttpStatus.CONFLICT),
        OPEN_ERRORS(HttpStatus.CONFLICT),
        OPEN_QUERIES(HttpStatus.CONFLICT),
        VALUES_LOST(HttpStatus.CONFLICT),
        DRY_RUN(HttpStatus.CONFLICT),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        WRONG_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        TOO_FAST(HttpStatus.TOO_MANY_REQUESTS),
        FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

        final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }
    }

    private final Kind kind;
    private final @Nullable String parameter;
    private final transient List<Object> arguments;

    private final transient List<?> errors;

    private Problem(Kind kind, @Nullable String parameter, List<Object> arguments, List<?> errors) {
        super(kind + " " + (parameter == null ? "" : parameter + " ") + arguments, null, false, false);
        this.kind = kind;
        this.parameter = parameter;
        this.arguments = arguments;
        this.errors = errors;
    }

    /** A problem of the whole request; its texts take the arguments as {@code {0}} and on. */
    static Problem of(Kind kind, Object... arguments) {
        return new Problem(kind, null, List.of(arguments), List.of());
    }

    /** A problem of one parameter or part; its texts take the name as {@code {0}} and the arguments as {@code {1}} on. */
    static Problem with(Kind kind, String parameter, Object... arguments) {
        return new Problem(kind, parameter, List.of(arguments), List.of());
    }

    /** A problem of many places of a body, each told by itself; its texts take their number as {@code {0}}. */
    static Problem of(Kind kind, List<?> errors) {
        return new Problem(kind, null, List.of(errors.size()), errors);
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    List<?> errors() {
        return errors;
    }

    List<Object> arguments() {
        return arguments;
    }
}
