package org.scpmonitor.entry;

import org.scpmonitor.text.Text;

/** What codes stand for. A code that isn't known is its own name. */
public interface Names {
    /** @param code ISO 3166-1 alpha-2 */
    Text country(String code);

    Text institution(String code);

    Text indicator(String code);

    Text programme(String code);

    /** The title of an entry. */
    Text entry(Kind kind, String code);
}
