package kith.session.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.util.Optional;

/// JSON as commands write and read it: one object a line.
public final class Json {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /// An object as a line.
    public static String line(JsonObject object) {
        return GSON.toJson(object);
    }

    /// Reads a line.
    ///
    /// @throws JsonParseException where the line is no object
    public static JsonObject parse(String line) {
        if (JsonParser.parseString(line) instanceof JsonObject object) {
            return object;
        }
        throw new JsonParseException("no object");
    }

    /// The text under a name.
    ///
    /// @throws JsonParseException where there is none
    public static String text(JsonObject object, String name) {
        return optional(object, name)
                .orElseThrow(() -> new JsonParseException("no '" + name + "'"));
    }

    /// The text under a name; empty where there is none.
    public static Optional<String> optional(JsonObject object, String name) {
        return Optional.ofNullable(object.getAsJsonPrimitive(name)).map(each -> each.getAsString());
    }

    /// Adds a text, where there is one.
    public static void add(JsonObject object, String name, Optional<String> text) {
        text.ifPresent(present -> object.addProperty(name, present));
    }
}
