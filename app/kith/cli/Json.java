package kith.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.util.Optional;

/// JSON as commands write and read it: one object a line.
final class Json {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    static String line(JsonObject object) {
        return GSON.toJson(object);
    }

    /// @throws JsonParseException where the line is no object
    static JsonObject parse(String line) {
        if (JsonParser.parseString(line) instanceof JsonObject object) {
            return object;
        }
        throw new JsonParseException("no object");
    }

    /// The text under a name.
    ///
    /// @throws JsonParseException where there is none
    static String text(JsonObject object, String name) {
        return optional(object, name)
                .orElseThrow(() -> new JsonParseException("no '" + name + "'"));
    }

    static Optional<String> optional(JsonObject object, String name) {
        return Optional.ofNullable(object.getAsJsonPrimitive(name)).map(each -> each.getAsString());
    }

    /// Adds a text, where there is one.
    static void add(JsonObject object, String name, Optional<String> text) {
        text.ifPresent(present -> object.addProperty(name, present));
    }
}
