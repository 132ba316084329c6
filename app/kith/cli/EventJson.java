package kith.cli;

import com.google.gson.JsonObject;

import kith.model.ConnectionProblem;
import kith.model.ConnectionState;
import kith.model.Room;
import kith.model.RoomState;
import kith.session.export.Names;
import kith.session.feed.SessionEvent;

import java.time.Instant;

/// Events of the session as JSON objects. `event` is the name of the [SessionEvent]; a message has
/// what it has in an export.
final class EventJson {

    private final Names names;
    private final MessageJson messages;

    EventJson(Names names) {
        this.names = names;
        this.messages = new MessageJson(names);
    }

    /// @param time when it was told
    JsonObject json(SessionEvent event, Instant time) {
        var json = new JsonObject();
        json.addProperty("event", event.getClass().getSimpleName());
        json.addProperty("time", time.toString());
        switch (event) {
            case SessionEvent.ConnectionChanged(var account, var state) -> {
                json.addProperty("account", names.address(account));
                connection(state, json);
            }
            case SessionEvent.RosterLoaded(var account, var contacts) -> {
                json.addProperty("account", names.address(account));
                json.addProperty("contacts", contacts);
            }
            case SessionEvent.PresenceChanged(var contact) -> {
                json.addProperty("account", names.address(contact.account()));
                json.addProperty("contact", contact.address().toString());
                json.addProperty("name", contact.name());
                json.addProperty(
                        "availability", AccountRequests.word(contact.presence().availability()));
                json.addProperty("status", contact.presence().status());
            }
            case SessionEvent.MessageAdded(var message) -> messages.write(message, json);
            case SessionEvent.MessageChanged(var message) -> messages.write(message, json);
            case SessionEvent.MessageRemoved(var message) -> messages.write(message, json);
            case SessionEvent.RoomChanged(var room) -> room(room, json);
            case SessionEvent.CaughtUp(var account) ->
                    json.addProperty("account", names.address(account));
            case SessionEvent.Faulted(var fault) -> {
                json.addProperty("code", fault.code());
                json.addProperty("text", fault.text());
            }
        }
        return json;
    }

    private static void connection(ConnectionState state, JsonObject json) {
        switch (state) {
            case ConnectionState.Offline offline -> json.addProperty("state", "offline");
            case ConnectionState.Connecting connecting -> json.addProperty("state", "connecting");
            case ConnectionState.Online(var address, var isResumed) -> {
                json.addProperty("state", "online");
                json.addProperty("address", address.toString());
                json.addProperty("resumed", isResumed);
            }
            case ConnectionState.Waiting(var problem, var retryAt) -> {
                json.addProperty("state", "waiting");
                json.addProperty("retryAt", retryAt.toString());
                problem(problem, json);
            }
            case ConnectionState.Stopped(var problem) -> {
                json.addProperty("state", "stopped");
                problem(problem, json);
            }
        }
    }

    private static void problem(ConnectionProblem problem, JsonObject json) {
        json.addProperty("problem", AccountRequests.word(problem.kind()));
        json.addProperty("detail", problem.detail());
    }

    private void room(Room room, JsonObject json) {
        json.addProperty("account", names.address(room.key().account()));
        json.addProperty("room", room.key().peer().toString());
        json.addProperty("name", room.name());
        json.addProperty("nick", room.nick());
        json.addProperty("subject", room.subject());
        json.addProperty("occupants", room.occupants());
        switch (room.state()) {
            case RoomState.Left left -> json.addProperty("state", "left");
            case RoomState.Joining joining -> json.addProperty("state", "joining");
            case RoomState.Joined joined -> json.addProperty("state", "joined");
            case RoomState.Refused(var refusal) -> {
                json.addProperty("state", "refused");
                json.addProperty("reason", AccountRequests.word(refusal.reason()));
                json.addProperty("reasonText", refusal.text());
            }
            case RoomState.Removed(var cause, var by, var reason, var alternative) -> {
                json.addProperty("state", "removed");
                json.addProperty("reason", AccountRequests.word(cause));
                json.addProperty("reasonText", reason);
                json.addProperty("by", by);
                alternative.ifPresent(other -> json.addProperty("alternative", other.toString()));
            }
        }
    }
}
