package org.scpmonitor.mapping;

import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.DIMENSION_CODE;
import static org.scpmonitor.schema.Tables.INSTITUTION;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.text.Spelling;
import org.springframework.stereotype.Repository;

/** The codes that a sender's may stand for, and the likeliest of them. */
@Repository
public class OurCodes {

    /** How alike two texts have to be for a proposal, from 0 to 1. */
    private static final double ALIKE = 0.3;

    private final DSLContext sql;

    OurCodes(DSLContext sql) {
        this.sql = sql;
    }

    /** @param name in the reader's language; may be empty */
    public record Code(String code, String name) {}

    /** The institutions that a viewer may send for. */
    public List<Code> institutions(Viewer viewer) {
        return sql.select(INSTITUTION.CODE, INSTITUTION.NAME)
                .from(INSTITUTION)
                .where(Visible.ofInstitution(viewer.asSender(), INSTITUTION.ID))
                .orderBy(INSTITUTION.CODE)
                .fetch(row -> new Code(row.value1(), row.value2()));
    }

    public List<Code> indicators(Locale locale) {
        Field<String> name = switch (locale.getLanguage()) {
            case "en" -> CURRENT_INDICATOR.NAME_EN;
            case "de" -> CURRENT_INDICATOR.NAME_DE;
            default -> CURRENT_INDICATOR.NAME_ES;
        };
        return sql.select(CURRENT_INDICATOR.CODE, name)
                .from(CURRENT_INDICATOR)
                .orderBy(CURRENT_INDICATOR.SORT, CURRENT_INDICATOR.CODE)
                .fetch(row -> new Code(row.value1(), row.value2()));
    }

    /** Dimensions and their codes as {@code DIMENSION=CODE}. */
    public List<Code> disaggregations(Locale locale) {
        return sql.selectFrom(DIMENSION_CODE)
                .orderBy(DIMENSION_CODE.DIMENSION, DIMENSION_CODE.SORT)
                .fetch(row -> new Code(
                        row.getDimension() + "=" + row.getCode(),
                        switch (locale.getLanguage()) {
                            case "en" -> row.getNameEn();
                            case "de" -> row.getNameDe();
                            default -> row.getNameEs();
                        }));
    }

    /** Codes of ours, made ready to be found by likeness. */
    public static final class Alike {

        private record Spelt(Code code, Set<String> ofCode, Set<String> ofName) {
            double likeness(Set<String> wanted) {
                return Math.max(share(wanted, ofCode), share(wanted, ofName));
            }
        }

        private final List<Spelt> ours;

        public Alike(List<Code> ours) {
            this.ours = ours.stream()
                    .map(code -> new Spelt(
                            code, trigrams(code.code().substring(code.code().indexOf('=') + 1)), trigrams(code.name())))
                    .toList();
        }

        /** The code whose spelling or name is most like a sender's; empty where none is alike. */
        public Optional<Code> likeliest(String theirs) {
            Set<String> wanted = trigrams(theirs);
            return ours.stream()
                    .filter(spelt -> spelt.likeness(wanted) >= ALIKE)
                    .max(Comparator.comparingDouble(spelt -> spelt.likeness(wanted)))
                    .map(Spelt::code);
        }

        /**
         * The rule that makes a code of ours of each of theirs by putting the same before it, such as {@code PE-{}};
         * empty where there is none.
         */
        public String template(List<String> theirs) {
            if (theirs.isEmpty()) {
                return "";
            }
            Set<String> known = ours.stream().map(spelt -> spelt.code().code()).collect(Collectors.toSet());
            return known.stream()
                    .filter(code -> code.endsWith(theirs.getFirst()))
                    .map(code ->
                            code.substring(0, code.length() - theirs.getFirst().length()))
                    .filter(before ->
                            !before.isEmpty() && theirs.stream().allMatch(each -> known.contains(before + each)))
                    .findFirst()
                    .map(before -> before + CodeList.THEIRS)
                    .orElse("");
        }
    }

    private static double share(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** The runs of three characters of each word, as PostgreSQL's pg_trgm takes them. */
    private static Set<String> trigrams(String text) {
        Set<String> trigrams = new HashSet<>();
        for (String word : Spelling.plain(text).split("[^\\p{L}\\p{N}]+", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; !word.isEmpty() && i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }
}
