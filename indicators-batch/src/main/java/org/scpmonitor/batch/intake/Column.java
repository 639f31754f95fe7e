package org.scpmonitor.batch.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.text.Likeness;

/** The columns of the long table, with the names that a header may give them in Spanish, English and German. */
enum Column {
    INSTITUTION(true, "institución", "institution"),
    INDICATOR(true, "indicador", "indicator", "indikator"),
    PERIOD(true, "periodo", "período", "period", "zeitraum"),
    VALUE(true, "valor", "value", "wert"),
    UNIT(true, "unidad", "unit", "einheit"),
    DISAGGREGATION(false, "desagregación", "disaggregation", "aufgliederung"),
    STATUS(false, "estado", "status"),
    COMMENT(false, "comentario", "comment", "kommentar"),
    /** Of a template: which of its rows it is, wherever it stands now. */
    ROW(false, TemplateColumn.ROW.names());

    private static final List<Column> ALL = List.of(values());

    /** Columns of a template that only help to fill it in. */
    private static final Set<String> HELP = Stream.of(TemplateColumn.values())
            .filter(TemplateColumn::isHelp)
            .flatMap(column -> Stream.of(column.names()))
            .map(Column::plain)
            .collect(Collectors.toUnmodifiableSet());

    private final boolean required;
    private final List<String> names;

    Column(boolean required, String... names) {
        this.required = required;
        this.names = List.of(names);
    }

    boolean required() {
        return required;
    }

    /** Its name in interfaces and findings. */
    String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of this name; case, accents and space don't matter. */
    static Optional<Column> named(String name) {
        String plain = plain(name);
        return ALL.stream()
                .filter(column ->
                        column.names.stream().anyMatch(each -> plain(each).equals(plain)))
                .findFirst();
    }

    /** Whether a template has a column of this name that only helps to fill it in. */
    static boolean isHelp(String name) {
        return HELP.contains(plain(name));
    }

    /** The name of a column that someone who wrote this may have meant; empty where none is alike. */
    static String alike(String name) {
        return Likeness.nearest(
                        plain(name),
                        ALL.stream().flatMap(column -> column.names.stream()).toList(),
                        Column::plain)
                .orElse("");
    }

    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK && !Blanks.isWhite(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
