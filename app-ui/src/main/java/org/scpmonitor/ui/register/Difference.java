package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Shape;

/**
 * A field that two versions of an entry say differently.
 *
 * @param field as readers call it, with its row and language where it has them
 * @param before empty where it said nothing
 * @param after empty where it says nothing any more
 */
record Difference(String field, String before, String after) {

    /** What an entry says, and what is said about it. */
    record Said(Map<String, ?> tree, boolean illustrative, String source) {
        static final Said NOTHING = new Said(Map.of(), false, "");
    }

    /** What rows are told apart by. */
    interface RowName {
        RowName PLACE = (row, place) -> Integer.toString(place + 1);

        /** @param place from 0 */
        String of(Map<?, ?> row, int place);
    }

    static List<Difference> between(Kind kind, Said before, Said after, Printed printed) {
        return between(kind, before, after, printed, RowName.PLACE);
    }

    static List<Difference> between(Kind kind, Said before, Said after, Printed printed, RowName rows) {
        Map<String, String> earlier = said(kind, before, printed, rows);
        Map<String, String> later = said(kind, after, printed, rows);
        Set<String> fields = new LinkedHashSet<>(later.keySet());
        fields.addAll(earlier.keySet());
        return fields.stream()
                .map(field -> new Difference(field, earlier.getOrDefault(field, ""), later.getOrDefault(field, "")))
                .filter(each -> !each.before().equals(each.after()))
                .toList();
    }

    private static Map<String, String> said(Kind kind, Said said, Printed printed, RowName rows) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields(kind.fields(), said.tree(), "", printed, rows, texts);
        texts.put(translate("register.source"), said.source());
        texts.put(translate("register.illustrative"), translate(said.illustrative() ? "register.yes" : "register.no"));
        return texts;
    }

    private static void fields(
            List<Field> fields,
            Map<?, ?> tree,
            String within,
            Printed printed,
            RowName rows,
            Map<String, String> texts) {
        for (Field field : fields) {
            Object part = tree.get(field.name());
            if (part != null) {
                String name = within + printed.labels().field(field);
                switch (field.shape()) {
                    case Shape.Rows(Class<? extends Record> _, List<Field> inner) -> {
                        List<?> all = Printed.several(part);
                        for (int i = 0; i < all.size(); i++) {
                            if (all.get(i) instanceof Map<?, ?> row) {
                                fields(inner, row, name + " " + rows.of(row, i) + " · ", printed, rows, texts);
                            }
                        }
                    }
                    case Shape.Words _ -> {
                        var words = Printed.words(part);
                        language(texts, name, "es", words.es());
                        language(texts, name, "en", words.en());
                        language(texts, name, "de", words.de());
                    }
                    case Shape.Line _,
                            Shape.Choice _,
                            Shape.Date _,
                            Shape.Whole _,
                            Shape.Decimal _,
                            Shape.YesOrNo _,
                            Shape.Entry _,
                            Shape.Code _,
                            Shape.Many _ -> texts.put(name, printed.of(field.shape(), part));
                }
            }
        }
    }

    private static void language(Map<String, String> texts, String name, String language, String words) {
        if (!words.isEmpty()) {
            texts.put(name + " (" + translate("shell.language." + language) + ")", words);
        }
    }
}
