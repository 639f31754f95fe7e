package org.scpmonitor.calendar;

/** How long a reporting period is. A fiscal year is a year that does not start in January. */
public enum Periodicity {
    MONTH(1),
    QUARTER(3),
    HALF_YEAR(6),
    YEAR(12),
    FISCAL_YEAR(12);

    private final int months;

    Periodicity(int months) {
        this.months = months;
    }

    /** Length in months: 1, 3, 6 or 12. */
    public int months() {
        return months;
    }
}
