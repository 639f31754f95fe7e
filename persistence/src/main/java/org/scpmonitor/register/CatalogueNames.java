package org.scpmonitor.register;

import static org.jooq.impl.DSL.inline;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.CURRENT_ENTRY;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.SelectOrderByStep;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Names;
import org.scpmonitor.text.Text;

/** Everything that entries can name, as it is called now. */
final class CatalogueNames implements Names {
    private final Map<String, Text> names = new HashMap<>();

    private CatalogueNames() {}

    static CatalogueNames read(DSLContext sql) {
        return read(all(sql).fetch());
    }

    static CatalogueNames read(Iterable<Record5<String, String, String, String, String>> rows) {
        var read = new CatalogueNames();
        rows.forEach(read::add);
        return read;
    }

    /** Everything that has a code: of what kind it is, the code, and its name in Spanish, English and German. */
    static SelectOrderByStep<Record5<String, String, String, String, String>> all(DSLContext sql) {
        return sql.select(
                        inline("COUNTRY"),
                        COUNTRY.CODE.coerce(String.class),
                        COUNTRY.NAME_ES,
                        COUNTRY.NAME_EN,
                        COUNTRY.NAME_DE)
                .from(COUNTRY)
                .unionAll(sql.select(
                                inline("INDICATOR"),
                                CURRENT_INDICATOR.CODE,
                                CURRENT_INDICATOR.NAME_ES,
                                CURRENT_INDICATOR.NAME_EN,
                                CURRENT_INDICATOR.NAME_DE)
                        .from(CURRENT_INDICATOR))
                .unionAll(sql.select(
                                inline("PROGRAMME"),
                                PROGRAMME.CODE,
                                PROGRAMME.NAME_ES,
                                PROGRAMME.NAME_EN,
                                PROGRAMME.NAME_DE)
                        .from(PROGRAMME))
                .unionAll(sql.select(
                                inline("INSTITUTION"),
                                INSTITUTION.CODE,
                                INSTITUTION.NAME,
                                INSTITUTION.NAME,
                                INSTITUTION.NAME)
                        .from(INSTITUTION))
                .unionAll(sql.select(
                                CURRENT_ENTRY.KIND,
                                CURRENT_ENTRY.CODE,
                                CURRENT_ENTRY.TITLE_ES,
                                CURRENT_ENTRY.TITLE_EN,
                                CURRENT_ENTRY.TITLE_DE)
                        .from(CURRENT_ENTRY));
    }

    private void add(Record5<String, String, String, String, String> row) {
        names.put(row.value1() + " " + row.value2(), new Text(row.value3(), row.value4(), row.value5()));
    }

    boolean has(CatalogueList list, String code) {
        return names.containsKey(list + " " + code);
    }

    boolean has(Kind kind, String code) {
        return names.containsKey(kind.code() + " " + code);
    }

    /** An entry is called so from now on. */
    void call(Kind kind, String code, Text title) {
        names.put(kind.code() + " " + code, title);
    }

    void forget(Kind kind, String code) {
        names.remove(kind.code() + " " + code);
    }

    @Override
    public Text country(String code) {
        return named(CatalogueList.COUNTRY.name(), code);
    }

    @Override
    public Text institution(String code) {
        return named(CatalogueList.INSTITUTION.name(), code);
    }

    @Override
    public Text indicator(String code) {
        return named(CatalogueList.INDICATOR.name(), code);
    }

    @Override
    public Text programme(String code) {
        return named(CatalogueList.PROGRAMME.name(), code);
    }

    @Override
    public Text entry(Kind kind, String code) {
        return named(kind.code(), code);
    }

    private Text named(String what, String code) {
        @Nullable Text name = names.get(what + " " + code);
        return name == null ? new Text(code, code, code) : name;
    }
}
