package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.text.Text;

/** The fields of a form as they were typed, read one by one; what can't be read is a problem at its field. */
final class ReadFields {
    private final Map<String, String> fields;
    private final List<CatalogueProblem> problems = new ArrayList<>();

    ReadFields(Map<String, String> fields) {
        this.fields = fields;
    }

    List<CatalogueProblem> problems() {
        return List.copyOf(problems);
    }

    /** Whether anything was typed into a field of this name or below it. */
    boolean any(String name) {
        return fields.entrySet().stream()
                .anyMatch(
                        field -> (field.getKey().equals(name) || field.getKey().startsWith(name + "."))
                                && !field.getValue().isBlank());
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    @Nullable
    String orNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    Text texts(String name) {
        return new Text(text(name + ".es"), text(name + ".en"), text(name + ".de"));
    }

    @Nullable
    Text textsOrNull(String name) {
        return any(name) ? texts(name) : null;
    }

    /** With a decimal point; null where nothing was typed, or no number. */
    @Nullable
    BigDecimal number(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return wrong(name, text);
        }
    }

    @Nullable
    Integer whole(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : wrong(name, text);
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return wrong(name, text);
        }
    }

    @Nullable
    ReportingPeriod period(String name) {
        String text = text(name);
        Optional<ReportingPeriod> read = ReportingPeriod.parse(text);
        return read.isPresent() || text.isEmpty() ? read.orElse(null) : wrong(name, text);
    }

    /** Tells that a value which was to be typed wasn't; the stand-in goes on in its place and is never stored. */
    <T> T required(String name, @Nullable T value, T standIn) {
        if (value == null && text(name).isEmpty()) {
            problems.add(new CatalogueProblem(name, Code.MISSING, List.of(name)));
        }
        return value == null ? standIn : value;
    }

    private <T> @Nullable T wrong(String name, String text) {
        problems.add(new CatalogueProblem(name, Code.WRONG_VALUE, List.of(text)));
        return null;
    }
}
