package org.scpmonitor.catalogue;

/**
 * What taking over a document changed.
 *
 * @param part the document's list: {@code institutions}, {@code indicators}, {@code targets} …, or
 *     {@code programme indicators}
 * @param code of what was added or changed; of the indicator or programme for assignments and participations, of
 *     both for a programme's indicator and its baseline
 * @param rows how many rows that are; 1 but for assignments and participations
 */
public record CatalogueChange(String part, String code, Kind kind, int rows) {

    public enum Kind {
        ADDED,
        CHANGED
    }

    /** The same change of what has another code. */
    CatalogueChange of(String otherCode) {
        return new CatalogueChange(part, otherCode, kind, rows);
    }
}
