package org.scpmonitor.api;

import java.math.BigDecimal;
import java.util.function.Function;
import org.scpmonitor.calendar.ReportingPeriod;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How values travel in JSON: decimals as strings with all their digits, periods in their canonical text. */
final class Numbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    Numbers() {
        super("SCP Monitor");
        addSerializer(new Text<>(BigDecimal.class, BigDecimal::toPlainString));
        addSerializer(new Text<>(ReportingPeriod.class, ReportingPeriod::toString));
    }

    private static final class Text<T> extends StdSerializer<T> {

        private final Function<T, String> print;

        Text(Class<T> type, Function<T, String> print) {
            super(type);
            this.print = print;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(print.apply(value));
        }
    }
}
