package org.scpmonitor.entry;

/** Which codes of the catalogue an entry may name. */
public enum CatalogueList {
    COUNTRY,
    INSTITUTION,
    INDICATOR,
    PROGRAMME
}
