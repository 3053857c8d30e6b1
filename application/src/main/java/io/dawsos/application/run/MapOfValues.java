package io.dawsos.application.run;

import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** The type of inputs as JSON has them. */
final class MapOfValues extends TypeReference<Map<String, Object>> {

    static final MapOfValues TYPE = new MapOfValues();

    private MapOfValues() {}
}
