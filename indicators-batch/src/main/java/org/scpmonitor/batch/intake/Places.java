package org.scpmonitor.batch.intake;

import java.util.ArrayList;
import java.util.List;

/** Places of a sheet of which all are counted and the first are named. */
final class Places {

    private static final int NAMED = 10;

    private final List<String> named = new ArrayList<>();
    private long count;

    void add(String place) {
        if (count++ < NAMED) {
            named.add(place);
        }
    }

    long count() {
        return count;
    }

    /** The first ones, and an ellipsis where there are more. */
    String names() {
        return String.join(", ", named) + (count > NAMED ? ", …" : "");
    }

    /** The first of a list's, and an ellipsis where there are more. */
    static String first(List<String> names) {
        var places = new Places();
        names.forEach(places::add);
        return places.names();
    }
}
