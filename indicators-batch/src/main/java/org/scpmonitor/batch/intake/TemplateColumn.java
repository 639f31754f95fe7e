package org.scpmonitor.batch.intake;

import java.util.Locale;

/**
 * The columns of a template, in their order, with their names in Spanish, English and German. The reader knows them by
 * these names, also where a program has dropped the hidden sheet that names the template.
 */
public enum TemplateColumn {
    ROW(Use.KEY, 7, "Fila n.º", "Row no.", "Zeile Nr."),
    INSTITUTION(Use.KEY, 14, "Institución", "Institution", "Institution"),
    INDICATOR(Use.KEY, 11, "Indicador", "Indicator", "Indikator"),
    INDICATOR_NAME(Use.HELP, 46, "Nombre del indicador", "Indicator name", "Name des Indikators"),
    DISAGGREGATION(Use.KEY, 16, "Desagregación", "Disaggregation", "Aufgliederung"),
    DISAGGREGATION_NAME(Use.HELP, 20, "Nombre de la desagregación", "Disaggregation name", "Name der Aufgliederung"),
    PERIOD(Use.KEY, 10, "Periodo", "Period", "Zeitraum"),
    VALUE(Use.OPEN, 18, "Valor", "Value", "Wert"),
    UNIT(Use.OPEN, 16, "Unidad", "Unit", "Einheit"),
    STATUS(Use.OPEN, 9, "Estado", "Status", "Status"),
    COMMENT(Use.OPEN, 36, "Comentario", "Comment", "Kommentar"),
    BEFORE(Use.HELP, 16, "Último valor", "Last value", "Letzter Wert"),
    BEFORE_OF(
            Use.HELP,
            22,
            "Último valor: unidad y periodo",
            "Last value: unit and period",
            "Letzter Wert: Einheit und Zeitraum"),
    STORED(Use.HELP, 16, "Valor vigente", "Value known now", "Gültiger Wert"),
    STORED_OF(Use.HELP, 18, "Valor vigente: unidad", "Value known now: unit", "Gültiger Wert: Einheit"),
    TARGET(Use.HELP, 16, "Meta del programa", "Programme target", "Programmziel"),
    TARGET_OF(Use.HELP, 26, "Meta: unidad y periodo", "Target: unit and period", "Ziel: Einheit und Zeitraum");

    /** What a column is for. */
    public enum Use {
        /** It says what a row asks for, and isn't to be changed. */
        KEY,
        /** It is to be filled in. */
        OPEN,
        /** It helps to fill in the others, and isn't read. */
        HELP
    }

    private final Use use;
    private final int width;
    private final String[] names;

    TemplateColumn(Use use, int width, String... names) {
        this.use = use;
        this.width = width;
        this.names = names;
    }

    public Use use() {
        return use;
    }

    /** In characters. */
    public int width() {
        return width;
    }

    /** Its name for a reader of this language; in Spanish where it is another one. */
    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> names[1];
            case "de" -> names[2];
            default -> names[0];
        };
    }

    boolean isHelp() {
        return use == Use.HELP;
    }

    String[] names() {
        return names.clone();
    }
}
