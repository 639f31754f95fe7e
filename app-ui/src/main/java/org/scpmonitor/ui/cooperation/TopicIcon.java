package org.scpmonitor.ui.cooperation;

import org.scpmonitor.entry.Area;
import org.scpmonitor.ui.component.Icon;

/** The icon of an area, always beside its words. */
final class TopicIcon {
    private TopicIcon() {}

    static Icon of(Area area) {
        return switch (area) {
            case PRODUCTION -> Icon.LEAF;
            case CONSUMPTION -> Icon.BIN;
            case PROCUREMENT -> Icon.BAG;
            case STRATEGY -> Icon.CHECKLIST;
            case BUSINESS -> Icon.PEOPLE;
        };
    }
}
