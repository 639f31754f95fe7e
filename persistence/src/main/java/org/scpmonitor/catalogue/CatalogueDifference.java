package org.scpmonitor.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One member in which two catalogues differ.
 *
 * @param part the document's list
 * @param code of what differs in that list; empty for what has none
 * @param member path of the member within it, as {@code targets.MX-NDC-2030 v3.value}; empty where the whole was added or is gone
 * @param before null where it wasn't there
 * @param after null where it isn't any more
 */
public record CatalogueDifference(
        String part,
        String code,
        String member,
        @Nullable String before,
        @Nullable String after) {

    /** In the order of the documents. Items of lists are the same where their codes are. */
    public static List<CatalogueDifference> between(CatalogueDocument before, CatalogueDocument after) {
        List<CatalogueDifference> differences = new ArrayList<>();
        JsonNode one = CatalogueJson.tree(before);
        JsonNode other = CatalogueJson.tree(after);
        for (String part : names(one, other)) {
            Map<String, JsonNode> left = items(one.path(part));
            Map<String, JsonNode> right = items(other.path(part));
            Set<String> codes = new LinkedHashSet<>(left.keySet());
            codes.addAll(right.keySet());
            for (String code : codes) {
                compare(part, code, left.get(code), right.get(code), differences);
            }
        }
        return differences;
    }

    /** The same for a document that is to be taken over: what it doesn't mention stays. */
    public static List<CatalogueDifference> taking(CatalogueDocument stored, CatalogueDocument wanted) {
        return between(stored, wanted).stream()
                .filter(each -> !(each.after() == null && each.member().isEmpty()))
                .toList();
    }

    private static void compare(
            String part,
            String code,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            List<CatalogueDifference> differences) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before == null || after == null) {
            differences.add(new CatalogueDifference(
                    part, code, "", before == null ? null : title(before), after == null ? null : title(after)));
            return;
        }
        Map<String, String> left = members(before);
        Map<String, String> right = members(after);
        Set<String> members = new LinkedHashSet<>(left.keySet());
        members.addAll(right.keySet());
        for (String member : members) {
            if (!Objects.equals(left.get(member), right.get(member))) {
                differences.add(new CatalogueDifference(part, code, member, left.get(member), right.get(member)));
            }
        }
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new LinkedHashSet<>(one.propertyNames());
        names.addAll(other.propertyNames());
        return names;
    }

    private static Map<String, JsonNode> items(JsonNode part) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        if (part.isArray()) {
            part.forEach(item -> items.merge(key(item), item, (first, second) -> first));
        } else if (!part.isMissingNode()) {
            items.put("", part);
        }
        return items;
    }

    /** What tells an item of a list from the others: its code, or all that it says of whom it is for. */
    private static String key(JsonNode item) {
        if (item.has("code")) {
            return text(item, "code") + (item.has("version") ? " v" + text(item, "version") : "");
        }
        if (item.has("document")) {
            return Stream.of("name", "country", "institution")
                    .map(member -> text(item, member))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        if (item.has("indicator")) {
            return text(item, "indicator");
        }
        if (item.has("period")) {
            return text(item, "period");
        }
        if (item.has("expression")) {
            return text(item, "from");
        }
        if (item.has("from") && item.has("source")) {
            return Stream.of("country", "variant", "from", "publishedOn")
                    .map(member -> text(item, member))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        return item.isValueNode() ? item.asString() : item.toString();
    }

    private static String text(JsonNode item, String member) {
        return item.path(member).asString();
    }

    private static String title(JsonNode item) {
        JsonNode name = item.path("name");
        return name.isObject() ? name.path("es").asString() : name.isValueNode() ? name.asString() : "";
    }

    /** The leaves below a node, by their paths. */
    private static Map<String, String> members(JsonNode node) {
        Map<String, String> members = new TreeMap<>();
        collect("", node, members);
        return members;
    }

    private static void collect(String path, JsonNode node, Map<String, String> members) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(under(path, member.getKey()), member.getValue(), members));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isValueNode()) {
            members.put(
                    path,
                    String.join(
                            ", ", node.values().stream().map(JsonNode::asString).toList()));
        } else if (node.isArray()) {
            node.forEach(item -> collect(under(path, key(item)), item, members));
        } else {
            members.put(path, node.asString());
        }
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
