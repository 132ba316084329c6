package kith.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Reaction;

import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Optional;

/// A message as a JSON object, with all that is known of it.
///
/// What there may not be is left out, never null. Names and words here are an interface to others'
/// programs: they may become more, but stay what they are.
final class MessageJson {

    private final Names names;

    MessageJson(Names names) {
        this.names = names;
    }

    /// Adds what the message is.
    void write(Message message, JsonObject json) {
        json.addProperty("account", names.address(message.chat().account()));
        json.addProperty("chat", message.chat().peer().toString());
        json.addProperty("key", message.key().row());
        json.addProperty("position", message.position());
        json.addProperty("at", message.at().toString());
        json.addProperty("id", message.ids().stanza());
        Json.add(json, "originId", message.ids().origin());
        Json.add(json, "archiveId", message.ids().archive());
        json.addProperty("sender", sender(message).toString());
        Json.add(json, "occupantId", message.author().occupantId());
        json.addProperty("mine", message.isMine());
        content(message, json);
        delivery(message.delivery(), json);
    }

    /// Adds the reactions to the message, where it has any: each emoji once, with who put it there.
    void write(List<Reaction> reactions, JsonObject json) {
        if (reactions.isEmpty()) {
            return;
        }
        var all = new JsonArray();
        for (var reaction : reactions) {
            var each = new JsonObject();
            each.addProperty("emoji", reaction.emoji());
            each.addProperty("count", reaction.count());
            each.addProperty("mine", reaction.isMine());
            var senders = new JsonArray();
            reaction.authors().forEach(author -> senders.add(author.address().toString()));
            each.add("senders", senders);
            all.add(each);
        }
        json.add("reactions", all);
    }

    private static Jid sender(Message message) {
        return message.author().address();
    }

    private static void content(Message message, JsonObject json) {
        switch (message.content()) {
            case Content.Text text -> {
                json.addProperty("kind", "text");
                json.addProperty("body", message.words().orElse(text.words()));
                message.edited()
                        .ifPresent(
                                edit -> {
                                    json.addProperty("original", text.words());
                                    json.addProperty("editDelivery", word(edit.delivery()));
                                });
                reply(message, json);
                Json.add(json, "thread", message.thread());
            }
            case Content.Correction it -> {
                json.addProperty("kind", "correction");
                json.addProperty("of", it.target());
                json.addProperty("body", it.words());
                reply(message, json);
            }
            case Content.File(var url, var name, var size, _) -> {
                json.addProperty("kind", "file");
                json.addProperty("name", name);
                Json.add(json, "body", url);
                size.ifPresent(bytes -> json.addProperty("size", bytes));
                Json.add(json, "thread", message.thread());
            }
            case Content.Reaction(var target, var emoji) -> {
                json.addProperty("kind", "reaction");
                json.addProperty("of", target);
                var all = new JsonArray();
                emoji.forEach(all::add);
                json.add("emoji", all);
            }
            case Content.Subject(var subject) -> {
                json.addProperty("kind", "subject");
                json.addProperty("body", subject);
            }
            case Content.Unreadable _ -> json.addProperty("kind", "unreadable");
        }
    }

    /// What the message answers, and what it repeats of that.
    private static void reply(Message message, JsonObject json) {
        message.reply()
                .ifPresent(
                        reply -> {
                            json.addProperty("replyTo", reply.target());
                            Json.add(json, "replyAuthor", reply.author().map(Jid::toString));
                            Json.add(json, "quote", message.quote());
                        });
    }

    private static void delivery(Delivery delivery, JsonObject json) {
        json.addProperty("delivery", word(delivery));
        if (delivery instanceof Delivery.Failed(var refusal)) {
            json.addProperty("reason", AccountRequests.word(refusal.reason()));
            Json.add(
                    json,
                    "reasonText",
                    Optional.of(refusal.text()).filter(each -> !each.isEmpty()));
        }
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Received received -> "received";
            case Delivery.Queued queued -> "queued";
            case Delivery.Sending sending -> "sending";
            case Delivery.OnServer onServer -> "on server";
            case Delivery.Delivered delivered -> "delivered";
            case Delivery.Read read -> "read";
            case Delivery.Failed failed -> "failed";
        };
    }
}
