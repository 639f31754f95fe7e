package org.scpmonitor.entry;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several kinds of entries check between their fields. */
final class Checks {
    private Checks() {}

    static void order(List<Flaw> flaws, String path, @Nullable PartialDate begins, @Nullable PartialDate ends) {
        if (begins != null && ends != null && ends.last().isBefore(begins.first())) {
            flaws.add(Flaw.at(path, Flaw.Code.ENDS_BEFORE_IT_BEGINS, ends.text(), begins.text()));
        }
    }

    static void currency(List<Flaw> flaws, String path, @Nullable String code) {
        if (code != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(each -> each.getCurrencyCode().equals(code))) {
            flaws.add(Flaw.at(path, Flaw.Code.BAD_CURRENCY, code));
        }
    }

    static void address(List<Flaw> flaws, String path, @Nullable String address) {
        if (address != null && !address.startsWith("https://") && !address.startsWith("http://")) {
            flaws.add(Flaw.at(path, Flaw.Code.BAD_ADDRESS, address));
        }
    }

    /** Each key once. @param path of the rows @param field of the row that holds the key */
    static void once(List<Flaw> flaws, String path, String field, List<String> keys) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                flaws.add(Flaw.at(
                        path + "[" + i + "]" + (field.isEmpty() ? "" : "." + field), Flaw.Code.TWICE, keys.get(i)));
            }
        }
    }
}
