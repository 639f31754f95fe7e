package org.scpmonitor.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** How parameters are read, and what is said of one that can't be. */
final class Reading {

    private Reading() {}

    static void register(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                ReportingPeriod.class,
                text -> ReportingPeriod.parse(text).orElseThrow(IllegalArgumentException::new));
        registry.addConverter(
                String.class, AsOf.class, text -> AsOf.parse(text).orElseThrow(IllegalArgumentException::new));
        registry.addConverter(
                String.class,
                PeriodBound.class,
                text -> PeriodBound.parse(text).orElseThrow(IllegalArgumentException::new));
        registry.addConverter(
                String.class, Flag.class, text -> Flag.parse(text).orElseThrow(IllegalArgumentException::new));
        registry.addConverterFactory(new Choices());
    }

    static Problem problem(MethodArgumentTypeMismatchException failure) {
        String name = failure.getName();
        String read = String.valueOf(failure.getValue());
        Class<?> type = failure.getRequiredType();
        if (type == ReportingPeriod.class) {
            return Problem.with(Problem.Kind.BAD_PERIOD, name, read);
        }
        if (type == PeriodBound.class) {
            return Problem.with(Problem.Kind.BAD_BOUND, name, read);
        }
        if (type == AsOf.class) {
            return Problem.with(Problem.Kind.BAD_MOMENT, name, read);
        }
        if (type != null && type.isEnum()) {
            return Problem.with(Problem.Kind.BAD_CHOICE, name, read, choices(type));
        }
        if (type == Flag.class) {
            return Problem.with(Problem.Kind.BAD_CHOICE, name, read, "true, false");
        }
        if (type == long.class || type == Long.class) {
            // A path such as /submissions/abc names nothing.
            return Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Problem.with(Problem.Kind.BAD_PARAMETER, name, read);
    }

    /** The values of a choice as they are written in a request: lower case, with hyphens. */
    static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Reading::code).collect(Collectors.joining(", "));
    }

    static String code(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
