package org.scpmonitor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scpmonitor.catalogue.CatalogueJson.Reading;

/** What a document may get wrong, with the place where it does. */
class CatalogueProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "scp-catalogue/1 | scp-catalogue/2 | $.schema OTHER_SCHEMA [scp-catalogue/2, scp-catalogue/1]",
                "\"iso3\": \"MEX\" | \"iso3\": \"ME\" | $.countries[1].iso3 BAD_CODE [ME]",
                "\"code\": \"MX-AMEXCID\" | \"code\": \"MX-SEMARNAT\" | $.institutions[4].code DUPLICATE [MX-SEMARNAT]",
                "\"theme\": \"GHG\" | \"theme\": \"GAS\" | $.indicators[0].theme UNKNOWN_REFERENCE [GAS, $.themes]",
                "\"theme\": \"GHG\" | \"theme\": \"GHG\", \"population\": true | $.indicators[0].population SECOND_POPULATION [GHG-01, POP-02]",
                "\"level\": \"impact\" | \"level\": \"high\" | $.indicators[0].level NOT_ONE_OF [high, output, outcome, impact]",
                "\"unit\": \"Mt{CO2e}\" | \"unit\": \"Mt de humo\" | $.indicators[0].unit UNKNOWN_UNIT [Mt de humo]",
                "\"unit\": \"kg/{person}\", \"direction\": \"less\", \"periodicity\": \"year\", \"aggregationOverInstitutions\": \"ratio\" | \"unit\": \"kg\", \"direction\": \"less\", \"periodicity\": \"year\", \"aggregationOverInstitutions\": \"ratio\" | $.indicators[13].unit OTHER_DIMENSION [t/{person}, kg]",
                "\"numerator\": \"WAS-10\", | ~~ | $.indicators[13].aggregationOverInstitutions INCOMPLETE_RATIO []",
                "\"coverageThreshold\": \"0.75\" | \"coverageThreshold\": \"75\" | $.programmes[0].coverageThreshold OUT_OF_RANGE [75, 0, 1]",
                "\"period\": \"2030\" | \"period\": \"2014\" | $.programmes[0].indicators[0].targets[0].period NOT_AFTER_BASELINE [2014, 2014]",
                "\"period\": \"2030\" | \"period\": \"2030-Q1\" | $.programmes[0].indicators[0].targets[0].period NOT_AFTER_BASELINE [2030-Q1, 2014]",
                "\"version\": 1 | \"version\": 2 | $.programmes[0].indicators[0].targets[0].version VERSIONS_OUT_OF_ORDER [CL-NDC-2030]",
                "CL-CE-WASTEPC-2040 | CL-CE-WASTEPC-2030 | $.programmes[0].indicators[9].targets[1].code OTHER_TARGET [CL-CE-WASTEPC-2030]",
                "\"illustrative\": true, | \"illustrative\": false, | $.programmes[0].indicators[12].targets[0].source NO_SOURCE [CL-ILU-PRC-01]",
                "{\"codes\": [\"MX-SEMARNAT\"]} | {} | $.participations[3].institutions BAD_SELECTION []",
                "{\"country\": \"PE\", \"kind\": \"municipality\"} | {\"country\": \"PE\", \"kind\": \"buyer\"} | $.participations[6].institutions NOBODY []",
                "\"until\": \"2024-11-01\" | \"until\": \"2024-01-01\" | $.assignments[2].until ENDS_BEFORE_START [2024-01-01, 2024-01-01]",
                "\"variant\": \"AR5\" | \"variant\": \"AR4\" | $.factors[0].values[0].variant OTHER_VARIANT [AR4]",
                "\"gas\": \"CO2\", | ~~ | $.factors[0].kind BAD_POTENTIAL []",
                "kg{CO2bio}/TJ | kg{CO2}/TJ | $.factors[36].unit BIOGENIC_UNIT [kg{CO2}/TJ]",
                "\"country\": \"CL\", \"from\": \"2011-01-01\" | \"country\": \"CL\", \"from\": \"2010-01-01\" | $.factors[39].values[2].from SAME_VALUE [2010-01-01]",
                "\"lower\": \"72600\" | \"lower\": \"75000\" | $.factors[9].values[0].value OUT_OF_RANGE [74100, 75000, 74800]",
                "[\"WAS-10\", \"POP-01\"] | [\"WAS-11\"] | $.assignments[1].indicators[0] COMPUTED [WAS-11]",
            })
    void names_the_place_and_what_stands_there(String old, String replacement, String problem) {
        assertThat(CatalogueCheck.problems(Demo.with(old, replacement)))
                .extracting(found -> found.path() + " " + found.code() + " " + found.arguments())
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\": | \"schema\" | $ NOT_JSON [2, 12]",
                "\"m49\": 152 | \"number\": 152 | $.countries[0].number UNKNOWN_MEMBER [number]",
                "\"iso3\": \"CHL\", | | $.countries[0].iso3 MISSING [iso3]",
                "\"iso3\": \"CHL\" | \"iso3\": null | $.countries[0].iso3 MISSING [iso3]",
                "\"period\": \"2014\" | \"period\": \"2014-13\" | $.programmes[0].indicators[0].baseline.period WRONG_VALUE [2014-13]",
                "\"startsOn\": \"2010-01-01\" | \"startsOn\": \"1.1.2010\" | $.programmes[0].startsOn WRONG_VALUE [1.1.2010]",
                "\"minimum\": \"0\" | \"minimum\": \"0,5\" | $.indicators[0].minimum WRONG_VALUE [0,5]",
            })
    void names_the_place_of_what_is_not_in_the_schema(String old, String replacement, String problem) {
        Reading reading = Demo.read(Demo.edited(old, replacement == null ? "" : replacement));

        assertThat(reading).isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> {
            CatalogueProblem found = unreadable.problem();
            assertThat(found.path() + " " + found.code() + " " + found.arguments())
                    .isEqualTo(problem);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORMULA")
    void is_told_in_three_languages(CatalogueProblem.Code code) {
        var problem = new CatalogueProblem("$", code, Collections.nCopies(3, "x"));
        for (String part : List.of("read", "mend")) {
            assertThat(Stream.of("es", "en", "de")
                            .map(Locale::of)
                            .map(locale -> part.equals("read") ? problem.read(locale) : problem.mend(locale))
                            .collect(Collectors.toSet()))
                    .hasSize(3)
                    .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{0}"));
        }
    }

    @Test
    void shows_units_with_their_braces() {
        var problem = new CatalogueProblem("$", CatalogueProblem.Code.UNKNOWN_UNIT, List.of("foo"));
        assertThat(problem.mend(Locale.of("es"))).contains("kg/{person}", "Mt{CO2e}");
    }
}
