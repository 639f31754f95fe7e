package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;

/**
 * What is set for a programme as a whole, as the fields of a form, each named as the document's member. The indicators
 * that it follows are none of them: {@link FollowedFields}.
 */
public final class ProgrammeFields {
    private ProgrammeFields() {}

    /** What the fields say, and where they say nothing that could be read. */
    public record Read(Programme programme, List<CatalogueProblem> problems) {}

    public static Map<String, String> of(Programme programme) {
        Map<String, String> fields = new LinkedHashMap<>();
        IndicatorFields.put(fields, "name", programme.name());
        IndicatorFields.put(fields, "description", programme.description());
        fields.put("legalBasis", programme.legalBasis());
        fields.put("startsOn", programme.startsOn().toString());
        fields.put("endsOn", Objects.toString(programme.endsOn(), ""));
        fields.put("baselineYear", Integer.toString(programme.baselineYear()));
        IndicatorFields.put(fields, "coverageThreshold", programme.coverageThreshold());
        fields.put("defaultMethod", programme.defaultMethod());
        fields.put("gwpSet", programme.gwpSet());
        fields.put("fiscalStart", Objects.toString(programme.fiscalStart(), "1"));
        return fields;
    }

    /** @param stored the programme that the fields are of */
    public static Read read(Programme stored, Map<String, String> fields) {
        var read = new ReadFields(fields);
        Integer fiscalStart = read.whole("fiscalStart");
        var programme = new Programme(
                stored.code(),
                stored.country(),
                read.texts("name"),
                read.texts("description"),
                read.text("legalBasis"),
                read.required("startsOn", read.day("startsOn"), stored.startsOn()),
                read.day("endsOn"),
                read.required("baselineYear", read.whole("baselineYear"), stored.baselineYear()),
                read.required("coverageThreshold", read.number("coverageThreshold"), BigDecimal.ZERO),
                read.text("defaultMethod"),
                read.text("gwpSet"),
                stored.secondApproval(),
                fiscalStart == null || fiscalStart == 1 ? null : fiscalStart,
                stored.indicators());
        return new Read(programme, read.problems());
    }
}
