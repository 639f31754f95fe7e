package org.scpmonitor.factor;

/** What a factor is for. */
public enum Category {
    FUEL,
    ELECTRICITY,
    PROCESS,
    WASTE,
    GOODS,
    GENERAL
}
