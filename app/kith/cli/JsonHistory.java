package kith.cli;

import com.google.gson.JsonObject;

import kith.session.export.HistoryEntry;
import kith.session.export.HistoryPage;
import kith.session.export.Names;

import java.io.PrintWriter;

/// History as one JSON object a line, in the order of the timeline.
final class JsonHistory implements HistoryPage {

    private final MessageJson messages;
    private final PrintWriter out;

    JsonHistory(Names names, PrintWriter out) {
        this.messages = new MessageJson(names);
        this.out = out;
    }

    @Override
    public void message(HistoryEntry entry) {
        var json = new JsonObject();
        messages.write(entry.message(), json);
        messages.write(entry.reactions(), json);
        messages.writeSteps(entry.steps(), json);
        out.print(Json.line(json) + "\n");
    }
}
