package kith.cli;

import com.google.gson.JsonObject;

import kith.model.Message;
import kith.model.Reaction;

import java.io.PrintWriter;
import java.util.List;

/// History as one JSON object a line, in the order of the timeline.
final class JsonHistory implements HistoryPage {

    private final MessageJson messages;
    private final PrintWriter out;

    JsonHistory(Names names, PrintWriter out) {
        this.messages = new MessageJson(names);
        this.out = out;
    }

    @Override
    public void message(Message message, List<Reaction> reactions) {
        var json = new JsonObject();
        messages.write(message, json);
        messages.write(reactions, json);
        out.print(Json.line(json) + "\n");
    }
}
