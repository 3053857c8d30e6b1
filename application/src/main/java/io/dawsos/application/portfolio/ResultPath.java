package io.dawsos.application.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a result, such as {@code positions[3].market_value}.
 *
 * @param names the names of the members, in order
 * @param indexes the index that follows each name; -1 where none does
 */
public record ResultPath(List<String> names, List<Integer> indexes) {

    private static final Pattern PART = Pattern.compile("([A-Za-z0-9_]+)(?:\\[(\\d{1,6})])?");

    /** Parses a path; empty if it is none. */
    public static Optional<ResultPath> of(String path) {
        List<String> names = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            names.add(matcher.group(1));
            indexes.add(matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2)));
        }
        return Optional.of(new ResultPath(List.copyOf(names), List.copyOf(indexes)));
    }

    /** How many names there are. */
    public int size() {
        return names.size();
    }

    /** The name at a place. */
    public String name(int place) {
        return names.get(place);
    }

    /** An item of a list that the path names at a place; empty if it names none. */
    public <T> Optional<T> item(int place, List<T> list) {
        int index = indexes.get(place);
        return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    /** Whether it is just one name. */
    public boolean is(String name) {
        return size() == 1 && name(0).equals(name) && indexes.get(0) < 0;
    }
}
