package org.scpmonitor.entry;

import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/** Something that the public sector buys. */
public record Product(
        Text title, Type type, Icon icon, @Prose @Nullable Text description) implements Content {

    public enum Type {
        PRODUCT,
        SERVICE,
        WORKS
    }

    public enum Icon {
        PAPER,
        ROAD,
        CLEANING,
        VEHICLE,
        LIGHTING,
        BUILDING,
        COMPUTER,
        FOOD,
        TEXTILE,
        FURNITURE,
        OTHER
    }

    @Override
    public Text title(Names names) {
        return title;
    }
}
