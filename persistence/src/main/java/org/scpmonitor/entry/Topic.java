package org.scpmonitor.entry;

import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/** Something that can be learnt from one another. @param area of sustainable consumption and production */
public record Topic(Text title, Area area, @Prose @Nullable Text description) implements Content {
    @Override
    public Text title(Names names) {
        return title;
    }
}
