package org.scpmonitor.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.listing.Page;
import org.springframework.stereotype.Repository;

/**
 * Looks for words in everything that stands in the register, and in the names of what the catalogue has, by PostgreSQL's
 * full-text search: in the reader's language first, then in the two others. Accents and endings don't matter; the last
 * word may be unfinished; words in quotation marks have to follow each other, and a minus leaves a word out.
 */
@Repository
public class EntrySearch {
    /** Before what was found in an excerpt, and after it. */
    public static final char FOUND = '\u0002';

    public static final char FOUND_ENDS = '\u0003';

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.,]+");
    private static final int LONGEST = 200;

    private final DSLContext sql;

    EntrySearch(DSLContext sql) {
        this.sql = sql;
    }

    /** Where something was found. */
    public sealed interface Place {
        record InRegister(Kind kind) implements Place {}

        record InCatalogue(CatalogueList list) implements Place {}
    }

    /**
     * Something that was found.
     *
     * @param excerpt some of its words, with {@link #FOUND} and {@link #FOUND_ENDS} around those that were looked for; the
     *     title where nothing else was found
     * @param countries that it speaks of, ISO 3166-1 alpha-2
     */
    public record Hit(
            Place place, String code, String title, String excerpt, List<String> countries, boolean illustrative) {
        public Hit {
            countries = List.copyOf(countries);
        }
    }

    /**
     * What is looked for; null leaves a filter out.
     *
     * @param kind of entries; the catalogue is left out where one is named
     * @param country that they speak of
     */
    public record Question(
            String words,
            Locale language,
            @Nullable Kind kind,
            @Nullable String country) {}

    /**
     * The best first.
     *
     * @param page from 0
     */
    public Page<Hit> find(Question question, int page, int size) {
        String words = question.words().strip().replace("\u0000", "");
        if (words.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        words = words.substring(
                0, words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length()))));
        String own = language(question.language());
        String prefix = prefix(words);
        var rows = sql.fetch(
                SEARCH.replace("{own}", own),
                words,
                prefix,
                words,
                prefix,
                words,
                prefix,
                question.kind() == null ? null : question.kind().code(),
                question.kind() == null ? null : question.kind().code(),
                question.country(),
                question.country(),
                question.kind() == null,
                question.country(),
                question.country(),
                size,
                (long) page * size);
        List<Hit> hits = new ArrayList<>(rows.size());
        long total = 0;
        for (Record row : rows) {
            total = row.get("total", Long.class);
            if (row.get("code") != null) {
                hits.add(hit(row));
            }
        }
        return new Page<>(hits, page, size, total);
    }

    private static Hit hit(Record row) {
        String kind = row.get("kind", String.class);
        Place place = Kind.find(kind)
                .<Place>map(Place.InRegister::new)
                .orElseGet(() -> new Place.InCatalogue(CatalogueList.valueOf(kind)));
        return new Hit(
                place,
                row.get("code", String.class),
                row.get("title", String.class),
                row.get("excerpt", String.class),
                List.of(Objects.requireNonNull(row.get("countries", String[].class))),
                row.get("illustrative", Boolean.class));
    }

    private static String language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> "en";
            case "de" -> "de";
            default -> "es";
        };
    }

    /** All words as a query in which the last may go on; empty where nothing of what was written is a word. */
    private static String prefix(String words) {
        List<String> plain = new ArrayList<>();
        for (String each : NO_WORD.split(words)) {
            String word = each.replaceAll("^[.,]+|[.,]+$", "");
            if (!word.isEmpty()) {
                plain.add("'" + word + "'");
            }
        }
        return plain.isEmpty() || words.indexOf('"') >= 0 || words.matches(".*(^|\\s)-\\S.*")
                ? ""
                : String.join(" & ", plain) + ":*";
    }

    /**
     * The words are matched in each language by its own rules. An excerpt is made for the page alone, for making one costs
     * more than finding.
     */
    private static final String SEARCH = """
            with asked as (
                select websearch_to_tsquery('words_es', ?) || to_tsquery('words_es', ?) as es,
                       websearch_to_tsquery('words_en', ?) || to_tsquery('words_en', ?) as en,
                       websearch_to_tsquery('words_de', ?) || to_tsquery('words_de', ?) as de
            ), found as (
                select e.kind, e.code, e.title_{own} as title, e.words_es, e.words_en, e.words_de, e.countries, e.illustrative,
                       e.search_es, e.search_en, e.search_de
                from current_entry e, asked q
                where (e.search_es @@ q.es or e.search_en @@ q.en or e.search_de @@ q.de)
                  and (?::text is null or e.kind = ?::text)
                  and (?::text is null or ?::text = any (e.countries))
                union all
                select c.kind, c.code, c.title_{own}, '', '', '', c.countries, false,
                       setweight(to_tsvector('words_es', c.code || ' ' || c.title_es), 'A'),
                       setweight(to_tsvector('words_en', c.code || ' ' || c.title_en), 'A'),
                       setweight(to_tsvector('words_de', c.code || ' ' || c.title_de), 'A')
                from (select 'PROGRAMME' as kind, code, name_es as title_es, name_en as title_en, name_de as title_de,
                             array[country::text] as countries
                      from programme
                      union all
                      select 'INDICATOR', code, name_es, name_en, name_de, array[]::text[] from current_indicator
                      union all
                      select 'COUNTRY', code, name_es, name_en, name_de, array[code::text] from country
                      union all
                      select 'INSTITUTION', code, name || coalesce(' (' || acronym || ')', ''),
                             name || coalesce(' (' || acronym || ')', ''), name || coalesce(' (' || acronym || ')', ''),
                             array[country::text]
                      from institution) c,
                     asked q
                where ?::boolean
                  and (?::text is null or ?::text = any (c.countries))
                  and (to_tsvector('words_es', c.code || ' ' || c.title_es) @@ q.es
                       or to_tsvector('words_en', c.code || ' ' || c.title_en) @@ q.en
                       or to_tsvector('words_de', c.code || ' ' || c.title_de) @@ q.de)
            ), ranked as (
                select f.*,
                       case when f.search_{own} @@ q.{own} then 2 else 0 end
                       + case when to_tsvector('words_{own}', f.title) @@ q.{own} then 2 else 0 end
                       + greatest(ts_rank(f.search_es, q.es, 1), ts_rank(f.search_en, q.en, 1),
                                  ts_rank(f.search_de, q.de, 1)) as rank
                from found f, asked q
            ), part as (
                select * from ranked order by rank desc, kind, code limit ? offset ?
            )
            select p.kind, p.code, p.title, p.countries, p.illustrative, (select count(*) from found) as total,
                   case when p.words_{own} = '' then p.title
                        when p.search_{own} @@ q.{own} then ts_headline('words_{own}', p.words_{own}, q.{own}, o.marks)
                        when p.search_es @@ q.es then ts_headline('words_es', p.words_es, q.es, o.marks)
                        when p.search_en @@ q.en then ts_headline('words_en', p.words_en, q.en, o.marks)
                        else ts_headline('words_de', p.words_de, q.de, o.marks) end as excerpt
            from asked q
            cross join (select 'MaxWords=32, MinWords=12, MaxFragments=2, FragmentDelimiter=" … ", StartSel="'
                               || chr(2) || '", StopSel="' || chr(3) || '"' as marks) o
            left join part p on true
            order by p.rank desc, p.kind, p.code
            """;
}
