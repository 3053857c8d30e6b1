package io.dawsos.application.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What differs between two JSON documents, member by member and item by item. */
public final class JsonDifferences {

    private final int limit;
    private final List<Difference> found = new ArrayList<>();

    private JsonDifferences(int limit) {
        this.limit = limit;
    }

    /**
     * One place where two documents differ.
     *
     * @param path the JSON pointer
     * @param before what stands there in the first; empty if nothing does
     * @param after what stands there in the second; empty if nothing does
     */
    public record Difference(String path, Optional<JsonNode> before, Optional<JsonNode> after) {}

    /** Compares two documents; gives at most so many differences, in the order of the first document. */
    public static List<Difference> between(JsonNode before, JsonNode after, int limit) {
        JsonDifferences differences = new JsonDifferences(limit);
        differences.compare("", before, after);
        return List.copyOf(differences.found);
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (found.size() >= limit || before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(
                    path + "/" + name.replace("~", "~0").replace("/", "~1"),
                    Optional.ofNullable(before.get(name)),
                    Optional.ofNullable(after.get(name))));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "/" + i, Optional.ofNullable(before.get(i)), Optional.ofNullable(after.get(i)));
            }
        } else {
            add(path, Optional.of(before), Optional.of(after));
        }
    }

    private void compare(String path, Optional<JsonNode> before, Optional<JsonNode> after) {
        if (before.isPresent() && after.isPresent()) {
            compare(path, before.get(), after.get());
        } else {
            add(path, before, after);
        }
    }

    private void add(String path, Optional<JsonNode> before, Optional<JsonNode> after) {
        if (found.size() < limit) {
            found.add(new Difference(path, before, after));
        }
    }
}
