package org.scpmonitor.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    private final NumberText chile = new NumberText(Locale.of("es", "CL"));
    private final NumberText mexico = new NumberText(Locale.of("es", "MX"));

    @Test
    void a_figure_is_shown_with_one_decimal_in_the_readers_format() {
        assertThat(chile.of(new BigDecimal("98.992"))).isEqualTo("99,0");
        assertThat(mexico.of(new BigDecimal("678.26"))).isEqualTo("678.3");
        assertThat(new NumberText(Locale.GERMAN).of(new BigDecimal("1004.71"))).isEqualTo("1.004,7");
    }

    @Test
    void thousands_are_grouped_from_four_digits_on() {
        assertThat(chile.of(1000L)).isEqualTo("1.000");
        assertThat(mexico.of(1000L)).isEqualTo("1,000");
    }

    @Test
    void minus_is_the_true_sign() {
        assertThat(chile.signed(new BigDecimal("-1.7"))).isEqualTo("\u22121,7");
        assertThat(chile.signed(new BigDecimal("1.7"))).isEqualTo("+1,7");
    }

    @Test
    void small_values_keep_what_one_decimal_would_lose_and_large_ones_lose_what_nobody_reads() {
        assertThat(chile.of(new BigDecimal("0.8930"))).isEqualTo("0,893");
        assertThat(chile.of(new BigDecimal("244627781.4"))).isEqualTo("244.627.781");
        assertThat(chile.of(BigDecimal.ZERO)).isEqualTo("0,0");
    }

    @Test
    void every_stored_digit_can_be_shown() {
        assertThat(chile.full(new BigDecimal("216.24260531861018168"))).isEqualTo("216,24260531861018168");
    }

    @Test
    void days_name_their_month() {
        assertThat(new DateText(Locale.of("es", "CL")).day(LocalDate.of(2025, 11, 14)))
                .isEqualTo("14 nov 2025");
        assertThat(new DateText(Locale.GERMAN).moment(Instant.parse("2025-10-20T14:07:00Z")))
                .isEqualTo("20 Okt 2025, 14:07 UTC");
    }
}
