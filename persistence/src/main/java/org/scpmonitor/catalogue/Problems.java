package org.scpmonitor.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueProblem.Code;
import org.scpmonitor.measure.Unit;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Text;

/** The problems found so far. */
final class Problems {
    private final List<CatalogueProblem> found = new ArrayList<>();

    void add(String path, Code code, Object... arguments) {
        found.add(new CatalogueProblem(
                path, code, List.of(arguments).stream().map(Object::toString).toList()));
    }

    List<CatalogueProblem> found() {
        return List.copyOf(found);
    }

    void notEmpty(String path, String text) {
        if (text.isBlank()) {
            add(path, Code.EMPTY);
        }
    }

    void notEmpty(String path, Text text) {
        notEmpty(path + ".es", text.es());
        notEmpty(path + ".en", text.en());
        notEmpty(path + ".de", text.de());
    }

    void oneOf(String path, String read, List<String> words) {
        if (!words.contains(read)) {
            add(path, Code.NOT_ONE_OF, read, String.join(", ", words));
        }
    }

    /** The unit of a UCUM code; empty and told where it is none, or a spelling of another one. */
    Optional<Unit> unit(String path, String code) {
        Optional<Unit> unit = Units.find(code);
        if (unit.isEmpty()) {
            add(path, Code.UNKNOWN_UNIT, code);
        } else if (!unit.get().code().equals(code)) {
            add(path, Code.NOT_THE_CODE, code, unit.get().code());
        }
        return unit;
    }

    /** @param what the path of the list that defines such codes */
    void known(String path, @Nullable String read, Set<String> codes, String what) {
        if (read != null && !codes.contains(read)) {
            add(path, Code.UNKNOWN_REFERENCE, read, what);
        }
    }

    /** The codes of a list, each of which must stand there once and be of letters, digits and {@code . _ -}. */
    <T> Set<String> codes(String list, Collection<T> items, Function<T, String> code) {
        Set<String> codes = new HashSet<>();
        int place = 0;
        for (T item : items) {
            String path = list + "[" + place++ + "].code";
            String read = code.apply(item);
            if (!read.matches("[A-Za-z0-9._-]+")) {
                add(path, Code.BAD_CODE, read);
            } else if (!codes.add(read)) {
                add(path, Code.DUPLICATE, read);
            }
        }
        return codes;
    }
}
