package kith.lab;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// Speaks with the lab's module inside a real server, `mod_lab.lua` or `mod_lab.erl`: one JSON
/// object over HTTP on loopback for each operation, the same for both.
///
/// Any thread; every call returns when the server has done it.
final class LabControl {

    /// So that one request stays below the servers' limits for a body.
    private static final int BATCH = 4_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    LabControl(int port) {
        address = URI.create("http://127.0.0.1:" + port + "/lab");
    }

    /// Whether the server is up so far that operations work.
    boolean answers() {
        try {
            call("ping", Map.of());
            return true;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    void addAccount(EntityBareJid jid, String password) {
        call("account", Map.of("jid", jid.toString(), "password", password));
    }

    void removeAccount(EntityBareJid jid) {
        call("remove", Map.of("jid", jid.toString()));
    }

    /// Ends a user's streams with a stream error.
    void disconnect(BareJid jid) {
        call("disconnect", Map.of("jid", jid.toString()));
    }

    void addContacts(BareJid owner, List<RosterEntry> contacts) {
        for (var batch : batches(contacts)) {
            var items =
                    batch.stream()
                            .map(
                                    each ->
                                            Map.of(
                                                    "jid", each.jid().toString(),
                                                    "name", each.name(),
                                                    "groups", each.groups(),
                                                    "subscription", each.subscription()))
                            .toList();
            call("contacts", Map.of("jid", owner.toString(), "contacts", items));
        }
    }

    void createRoom(RoomPlan plan) {
        call(
                "room",
                Map.of(
                        "jid", plan.jid().toString(),
                        "name", plan.name(),
                        "subject", plan.subject(),
                        "password", plan.password(),
                        "membersOnly", plan.membersOnly(),
                        "nonAnonymous", plan.nonAnonymous(),
                        "owners", strings(plan.owners()),
                        "members", strings(plan.members()),
                        "banned", strings(plan.banned())));
    }

    void destroyRoom(EntityBareJid room) {
        call("destroy", Map.of("jid", room.toString()));
    }

    void vanish(EntityBareJid room) {
        call("vanish", Map.of("jid", room.toString()));
    }

    /// Ends or starts a service for rooms.
    ///
    /// @param archiving whether it keeps what is said there
    void runRooms(String host, boolean up, boolean archiving) {
        call("rooms", Map.of("host", host, "up", up, "archiving", archiving));
    }

    /// Has what the server holds written down.
    void keep() {
        call("keep", Map.of());
    }

    void fillArchive(BareJid owner, List<PastStanza> stanzas) {
        for (var batch : batches(stanzas)) {
            call("fill", Map.of("jid", owner.toString(), "stanzas", json(batch)));
        }
    }

    void leaveOffline(BareJid recipient, List<PastStanza> stanzas) {
        for (var batch : batches(stanzas)) {
            call("offline", Map.of("jid", recipient.toString(), "stanzas", json(batch)));
        }
    }

    List<ArchivedMessage> archiveOf(BareJid owner) {
        var messages = new ArrayList<ArchivedMessage>();
        JsonElement rows = call("archive", Map.of("jid", owner.toString())).get("messages");
        for (JsonElement row : rows.getAsJsonArray()) {
            messages.add(archived(row.getAsJsonObject()));
        }
        return List.copyOf(messages);
    }

    /// Lets a node of a cluster become one with another; it starts anew and doesn't answer
    /// meanwhile.
    ///
    /// @param node the other's name
    void join(String node) {
        call("join", Map.of("node", node));
    }

    /// How many nodes of a cluster work together.
    int nodes() {
        return call("nodes", Map.of()).get("nodes").getAsInt();
    }

    /// Says where the server of a host is, to one that doesn't ask [PeerNames].
    void addPeer(String host, int port) {
        call("peer", Map.of("host", host, "port", String.valueOf(port)));
    }

    /// Lets the server handle a stanza as if it had come from its `from`.
    void route(String xml) {
        call("route", Map.of("xml", xml));
    }

    private JsonObject call(String operation, Map<String, Object> arguments) {
        var body = gson.toJsonTree(arguments).getAsJsonObject();
        body.addProperty("do", operation);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(gson.toJson(body)))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s %s: %s".formatted(operation, response.statusCode(), response.body()));
            }
            return gson.fromJson(response.body(), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The server's control port fails at " + operation, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted at " + operation, e);
        }
    }

    private static List<Map<String, String>> json(List<PastStanza> stanzas) {
        return stanzas.stream()
                .map(each -> Map.of("at", micros(each.at()), "xml", each.xml()))
                .toList();
    }

    private static ArchivedMessage archived(JsonObject row) {
        return ArchivedMessage.parse(
                row.get("id").getAsString(),
                Instant.EPOCH.plus(row.get("at").getAsLong(), ChronoUnit.MICROS),
                row.get("xml").getAsString());
    }

    private static String micros(Instant at) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static List<String> strings(List<BareJid> jids) {
        return jids.stream().map(BareJid::toString).toList();
    }

    private static <T> List<List<T>> batches(List<T> all) {
        return all.stream().gather(Gatherers.windowFixed(BATCH)).toList();
    }
}
