package org.scpmonitor.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.comparison.Compared;
import org.scpmonitor.comparison.Compared.Country;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.text.Text;

class MeasuredTest {
    private final Compared gases =
            indicator("GHG", "Mt{CO2e}", true, false, country("CL", 2010, "90"), country("CL2", 2011, "5"));
    private final Compared people =
            indicator("POP", "{person}", true, true, country("CL", 2010, "18000000"), country("CL2", 2010, "1"));

    @Test
    void per_inhabitant_is_the_quantity_of_a_year_by_the_population_of_the_same_year() {
        Measured measured = Measured.perHead(gases, gases.countries(), List.of(gases, people));
        assertThat(measured.points())
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isEqualByComparingTo("5"));
        assertThat(measured.without()).containsExactly("CL2");
    }

    @Test
    void what_does_not_add_up_is_never_divided_by_inhabitants() {
        Compared share = indicator("SHARE", "%", false, false, country("CL", 2010, "90"));
        Measured measured = Measured.perHead(share, share.countries(), List.of(share, people));
        assertThat(measured.points())
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isEqualByComparingTo("90"));
        assertThat(people.perInhabitant()).isFalse();
    }

    private static Compared indicator(
            String code, String unit, boolean summable, boolean population, Country... countries) {
        Text name = new Text(code, code, code);
        return new Compared(code, name, name, unit, summable, population, List.of(countries));
    }

    private static Country country(String code, int year, String value) {
        return new Country(
                code, List.of(new Point(1, ReportingPeriod.year(year), new BigDecimal(value), "", 1, 1, false, null)));
    }
}
