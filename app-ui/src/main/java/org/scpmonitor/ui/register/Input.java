package org.scpmonitor.ui.register;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** A field of the form. It holds a part of the tree that {@link org.scpmonitor.entry.Reading} reads. */
interface Input {
    Component component();

    /** What is written in it; null for nothing. */
    @Nullable
    Object read();

    /** Shows a part of a tree, whatever stood there before; null for nothing. */
    void write(@Nullable Object part);

    /** Tells the field what is wrong with it. @param path of the part in the tree */
    void tell(String path, FieldFlaws told);
}
