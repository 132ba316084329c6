package kith.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import java.util.OptionalInt;
import java.util.function.Consumer;

/// The answer to a [Request] as one Kith gives it to another: lines of JSON, the last of which says
/// how it ended.
final class AnswerJson {

    private AnswerJson() {}

    /// An answer that goes to another process.
    static Answer to(Consumer<String> lines) {
        return new Answer() {
            @Override
            public void line(String line) {
                lines.accept(text("out", line));
            }

            @Override
            public void error(String line) {
                lines.accept(text("error", line));
            }
        };
    }

    static String exit(int code) {
        var json = new JsonObject();
        json.addProperty("exit", code);
        return Json.line(json);
    }

    /// Passes on a line that came from another process.
    ///
    /// @return how it ended, if this was the last line
    /// @throws JsonParseException where it is no line of an answer
    static OptionalInt read(String line, Answer answer) {
        var json = Json.parse(line);
        Json.optional(json, "out").ifPresent(answer::line);
        Json.optional(json, "error").ifPresent(answer::error);
        return json.has("exit") ? OptionalInt.of(json.get("exit").getAsInt()) : OptionalInt.empty();
    }

    private static String text(String name, String line) {
        var json = new JsonObject();
        json.addProperty(name, line);
        return Json.line(json);
    }
}
