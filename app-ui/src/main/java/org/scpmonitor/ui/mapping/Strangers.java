package org.scpmonitor.ui.mapping;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.batch.intake.LongTableRow;
import org.scpmonitor.mapping.Mapping.Duplicates;
import org.scpmonitor.mapping.OurCodes.Code;
import org.scpmonitor.measure.Units;
import org.scpmonitor.ui.component.Note;

/** What the read rows name that isn't known here, each with how many there are and the first of them. */
final class Strangers {

    private static final int NAMED = 5;

    private final List<LongTableRow> rows;
    private final ColumnRow.Choices choices;

    Strangers(List<LongTableRow> rows, ColumnRow.Choices choices) {
        this.rows = rows;
        this.choices = choices;
    }

    List<Note> notes(Duplicates duplicates) {
        List<Note> notes = new ArrayList<>();
        Set<String> units = rows.stream().map(LongTableRow::unit).collect(Collectors.toSet());
        units.removeIf(unit -> Units.find(unit).isEmpty());
        tell(notes, "institutions", row -> Stream.of(row.institution()), codes(choices.institutions()));
        tell(notes, "indicators", row -> Stream.of(row.indicator()), codes(choices.indicators()));
        tell(
                notes,
                "disaggregations",
                row -> Stream.of(row.disaggregation().split(";")),
                codes(choices.disaggregations()));
        tell(notes, "units", row -> Stream.of(row.unit()), units);
        if (duplicates == Duplicates.REFUSE) {
            Set<List<String>> seen = new HashSet<>();
            long again = rows.stream()
                    .filter(row -> row.period() != null && !row.indicator().isEmpty())
                    .filter(row -> !seen.add(List.of(
                            row.institution(), row.indicator(), row.disaggregation(), String.valueOf(row.period()))))
                    .count();
            if (again > 0) {
                notes.add(new Note(Note.Kind.QUERY, translate("mapping.again", again)));
            }
        }
        return notes;
    }

    private void tell(List<Note> notes, String what, Function<LongTableRow, Stream<String>> named, Set<String> known) {
        Set<String> strange = rows.stream()
                .flatMap(named)
                .filter(code -> !code.isEmpty() && !known.contains(code))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!strange.isEmpty()) {
            notes.add(new Note(
                    Note.Kind.ERROR,
                    translate(
                            "mapping.unknown." + what,
                            strange.size(),
                            strange.stream().limit(NAMED).collect(Collectors.joining(" · ")))));
        }
    }

    private static Set<String> codes(List<Code> codes) {
        return codes.stream().map(Code::code).collect(Collectors.toSet());
    }
}
