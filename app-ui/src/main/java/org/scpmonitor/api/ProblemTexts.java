package org.scpmonitor.api;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;

/** Tells a problem in a language, in the shape of RFC 9457 with the members {@code parameter}, {@code mend}, {@code request}. */
final class ProblemTexts {

    private static final Control SPANISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static ProblemDetail tell(Problem problem, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.problem", locale, SPANISH_OTHERWISE);
        List<Object> arguments = new ArrayList<>();
        if (problem.parameter() != null) {
            arguments.add(problem.parameter());
        }
        arguments.addAll(problem.arguments());
        String kind = problem.kind().name();
        ProblemDetail told = ProblemDetail.forStatusAndDetail(
                problem.kind().status, text(texts, kind + ".detail", locale, arguments));
        told.setTitle(text(texts, kind + ".title", locale, arguments));
        told.setProperty("code", kind);
        told.setProperty("mend", text(texts, kind + ".mend", locale, arguments));
        if (problem.parameter() != null) {
            told.setProperty("parameter", problem.parameter());
        }
        if (!problem.errors().isEmpty()) {
            told.setProperty("errors", problem.errors());
        }
        if (MDC.get("request") != null) {
            told.setProperty("request", MDC.get("request"));
        }
        return told;
    }

    private static String text(ResourceBundle texts, String key, Locale locale, List<Object> arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments.toArray());
    }
}
