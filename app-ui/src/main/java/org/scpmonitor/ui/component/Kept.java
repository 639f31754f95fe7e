package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Children of which each is known by a key and stays as long as there is something to show for it: it changes its
 * content, and isn't made anew.
 *
 * @param <K> the key
 * @param <T> what a child shows
 * @param <C> the child
 */
public class Kept<K, T, C extends Component> extends Div {
    private final Map<K, C> children = new LinkedHashMap<>();
    private final Function<K, C> make;
    private final BiConsumer<C, T> update;

    public Kept(Function<K, C> make, BiConsumer<C, T> update) {
        this.make = make;
        this.update = update;
    }

    /** @throws IllegalArgumentException if nothing is shown under this key */
    public C child(K key) {
        C child = children.get(key);
        if (child == null) {
            throw new IllegalArgumentException("Nothing is shown for " + key);
        }
        return child;
    }

    /** Shows these, in their order. */
    public void show(SequencedMap<K, T> things) {
        children.entrySet().removeIf(each -> {
            boolean gone = !things.containsKey(each.getKey());
            if (gone) {
                remove(each.getValue());
            }
            return gone;
        });
        int index = 0;
        for (Map.Entry<K, T> each : things.entrySet()) {
            C child = children.computeIfAbsent(each.getKey(), make);
            if (index >= getComponentCount() || !getComponentAt(index).equals(child)) {
                addComponentAtIndex(index, child);
            }
            update.accept(child, each.getValue());
            index++;
        }
    }
}
