package org.scpmonitor.api;

import java.math.BigDecimal;
import java.util.function.Function;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.ProgressMethod;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.submission.SubmissionState;
import org.scpmonitor.text.Text;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How values travel in JSON: decimals as strings with all their digits, periods in their canonical text, names in the caller's
 * language. */
final class Numbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    Numbers() {
        super("SCP Monitor");
        addSerializer(new Printed<>(BigDecimal.class, BigDecimal::toPlainString));
        addSerializer(new Printed<>(ReportingPeriod.class, ReportingPeriod::toString));
        addSerializer(new Printed<>(Text.class, text -> text.in(LocaleContextHolder.getLocale())));
        addSerializer(new Printed<>(ProgressMethod.class, ProgressMethod::code));
        addSerializer(new Printed<>(SubmissionState.class, SubmissionState::code));
        addSerializer(new Printed<>(Severity.class, Reading::code));
    }

    private static final class Printed<T> extends StdSerializer<T> {

        private final Function<T, String> print;

        Printed(Class<T> type, Function<T, String> print) {
            super(type);
            this.print = print;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(print.apply(value));
        }
    }
}
