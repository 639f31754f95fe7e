package org.scpmonitor.cooperation;

import java.math.BigDecimal;
import java.util.List;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * An indicator that counts what stands in the register.
 *
 * @param latest each country's latest figure; empty where nothing was counted yet
 */
public record CountedResult(String code, Text name, List<Latest> latest) {
    public CountedResult {
        latest = List.copyOf(latest);
    }

    /** @param figure key by which its provenance is asked for */
    public record Latest(String country, ReportingPeriod period, BigDecimal value, long figure) {}
}
