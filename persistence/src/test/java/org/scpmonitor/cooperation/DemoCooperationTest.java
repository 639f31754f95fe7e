package org.scpmonitor.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scpmonitor.entry.Adoption;
import org.scpmonitor.entry.Contribution;
import org.scpmonitor.entry.Contribution.Stage;
import org.scpmonitor.entry.Cooperation;
import org.scpmonitor.entry.Event;
import org.scpmonitor.entry.ExchangeRate;
import org.scpmonitor.entry.Learning;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.register.DemoRegister;
import org.scpmonitor.register.Shelf;
import org.scpmonitor.register.ShelfOf;
import org.scpmonitor.statusquo.DemoStatusQuo;
import org.scpmonitor.statusquo.Round;
import org.scpmonitor.statusquo.StatusQuo;
import org.scpmonitor.text.Text;
import org.scpmonitor.world.TestDatabase;

/** The demonstration's cooperation in money, learning and status quo. */
class DemoCooperationTest {
    private static final TestDatabase DATABASE = TestDatabase.create();

    @BeforeAll
    static void load() {
        DemoRegister.load(DATABASE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Shelf shelf() {
        return ShelfOf.everything(DATABASE.sql());
    }

    @Test
    void a_rate_is_called_by_its_number_as_each_language_writes_it() {
        assertThat(shelf().find(ExchangeRate.class, "EUR-COP-2016")
                        .orElseThrow()
                        .title())
                .isEqualTo(new Text("1 EUR = 3.380 COP, 2016", "1 EUR = 3,380 COP, 2016", "1 EUR = 3.380 COP, 2016"));
        assertThat(shelf().find(ExchangeRate.class, "EUR-USD-2016")
                        .orElseThrow()
                        .title())
                .isEqualTo(new Text("1 EUR = 1,107 USD, 2016", "1 EUR = 1.107 USD, 2016", "1 EUR = 1,107 USD, 2016"));
    }

    @Test
    void germany_gives_300000_and_the_rest_is_a_remainder() {
        Money money = money();
        assertThat(money.volume()).isEqualByComparingTo("1049000");
        assertThat(money.committed()).containsOnlyKeys("DE");
        assertThat(money.remainder().orElseThrow()).isEqualByComparingTo("749000");
        assertThat(money.leverageOfVolume(Set.of("DE")).orElseThrow().ratio())
                .isEqualByComparingTo("2.4966666666666666667");
    }

    @Test
    void money_is_told_by_the_rate_of_its_year_and_what_has_none_is_said() {
        Money money = money();
        assertThat(money.unconverted())
                .extracting(each -> each.contribution().code())
                .containsExactly("CL-MMA-2014");
        assertThat(money.sum(Stage.SPENT, "PE"))
                .isEqualByComparingTo(new BigDecimal("88000")
                        .divide(new BigDecimal("3.53"), new java.math.MathContext(20))
                        .add(new BigDecimal("105000").divide(new BigDecimal("3.74"), new java.math.MathContext(20))));
        assertThat(money.given().stream()
                        .filter(each -> each.contribution().code().equals("MX-SEMARNAT-2016"))
                        .findFirst()
                        .orElseThrow()
                        .inCurrency())
                .satisfies(each -> assertThat(java.util.Objects.requireNonNull(
                                        java.util.Objects.requireNonNull(each).by())
                                .code())
                        .isEqualTo("EUR-USD-2016"));
    }

    @Test
    void rates_turn_both_ways_and_never_look_ahead() {
        var rates = new Rates(shelf().all(ExchangeRate.class));
        var year = new PartialDate("2015");
        assertThat(rates.convert(BigDecimal.TEN, "EUR", "USD", year)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("11.1");
        assertThat(rates.convert(new BigDecimal("11.1"), "USD", "EUR", year)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("10");
        assertThat(rates.convert(BigDecimal.TEN, "USD", "EUR", new PartialDate("2014-12-31")))
                .isEmpty();
        assertThat(rates.convert(BigDecimal.TEN, "USD", "PEN", year)).isEmpty();
        assertThat(rates.convert(BigDecimal.TEN, "USD", "EUR", null)).isEmpty();
    }

    @Test
    void chile_and_mexico_offer_and_learn() {
        Shelf shelf = shelf();
        var all = LearningMatrix.of(shelf.all(Learning.class), shelf.all(Event.class), shelf.all(Adoption.class), null);
        assertThat(all.givers()).containsExactly("CL", "MX");
        assertThat(all.learners()).containsExactly("CO", "PE", "CL", "MX");
        assertThat(all.cell("MX", "CL").topics())
                .extracting(each -> each.content().topic())
                .containsExactly("ESTRATEGIA");
        assertThat(all.cell("CL", "CO").topics()).hasSize(3);
        assertThat(all.cell("CL", "CO").adoptions())
                .extracting(each -> each.code())
                .containsExactlyInAnyOrder("CO-COMPRAS", "CO-APL");
        assertThat(all.cell("CL", "CL").topics()).isEmpty();
        assertThat(LearningMatrix.years(shelf.all(Learning.class), shelf.all(Event.class), shelf.all(Adoption.class)))
                .containsExactly(2014, 2015, 2016);
        var in2015 =
                LearningMatrix.of(shelf.all(Learning.class), shelf.all(Event.class), shelf.all(Adoption.class), 2015);
        assertThat(in2015.cell("CL", "MX").exchanges()).isEmpty();
        assertThat(in2015.cell("CL", "CO").adoptions())
                .extracting(each -> each.code())
                .containsExactly("CO-APL");
    }

    @Test
    void the_status_quo_compares_rounds_with_their_baseline() {
        StatusQuo quo = DemoStatusQuo.read(DATABASE.sql(), null);
        assertThat(quo.chosen())
                .satisfies(each -> assertThat(
                                java.util.Objects.requireNonNull(each).code())
                        .isEqualTo("SQ-3"));
        StatusQuo areas = DemoStatusQuo.read(DATABASE.sql(), "SQ-3");
        assertThat(areas.byCountry()).containsOnlyKeys("CO", "PE");
        Round latest = areas.latest().getFirst();
        Round first = areas.baseline(latest).orElseThrow();
        assertThat(first.isBaseline()).isTrue();
        assertThat(latest.since(first, org.scpmonitor.entry.Area.PROCUREMENT).orElseThrow())
                .isPositive();
        assertThat(DemoStatusQuo.read(DATABASE.sql(), "ODS-12.7.1")
                        .latest()
                        .getFirst()
                        .scores())
                .singleElement()
                .satisfies(each -> assertThat(each.score()).isEqualByComparingTo("46"));
    }

    private static Money money() {
        Shelf shelf = shelf();
        return Money.of(
                shelf.all(Cooperation.class).getFirst(),
                shelf.all(Contribution.class),
                new Rates(shelf.all(ExchangeRate.class)));
    }
}
