package org.scpmonitor.ui.layout;

import java.util.List;

/** The accounts that exist with demonstration data only. */
final class DemoAccounts {
    static final String PASSWORD = "demo";

    static final List<String> NAMES = List.of(
            "reporter.cl",
            "coordinator.cl",
            "reporter.mx",
            "coordinator.mx",
            "reporter.co",
            "coordinator.co",
            "reporter.pe",
            "coordinator.pe",
            "manager",
            "reviewer",
            "admin");

    private DemoAccounts() {}
}
