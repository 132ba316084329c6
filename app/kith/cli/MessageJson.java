package kith.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Moderation;
import kith.model.Reaction;
import kith.model.Refusal;
import kith.model.Step;
import kith.session.export.Names;

import org.jxmpp.jid.Jid;

import java.util.List;
import java.util.Locale;
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
        boolean isFile = message.content() instanceof Content.File;
        if (message.words().isPresent() && !isFile && !message.isStyled()) {
            json.addProperty("unstyled", true);
        }
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

    /// Adds what happened to the message and when, in the order of time.
    void writeSteps(List<Step> steps, JsonObject json) {
        if (steps.isEmpty()) {
            return;
        }
        var all = new JsonArray();
        for (var step : steps) {
            var each = new JsonObject();
            each.addProperty("step", word(step.kind()));
            each.addProperty("at", step.at().toString());
            Json.add(each, "by", step.by().map(Jid::toString));
            step.refusal().ifPresent(refusal -> reason(refusal, each));
            all.add(each);
        }
        json.add("steps", all);
    }

    private static String word(Step.Kind kind) {
        return switch (kind) {
            case QUEUED -> "queued";
            case SENT -> "sent";
            case ON_SERVER -> "on server";
            case DELIVERED -> "delivered";
            case READ -> "read";
            case FAILED -> "failed";
            case ARRIVED -> "arrived";
            case SEEN -> "seen";
        };
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
            case Content.Private it -> {
                json.addProperty("kind", "private");
                json.addProperty("with", it.other().nick());
                json.addProperty("body", it.body());
                Json.add(json, "thread", message.thread());
            }
            case Content.Correction it -> {
                json.addProperty("kind", "correction");
                json.addProperty("of", it.target());
                json.addProperty("body", it.words());
                reply(message, json);
            }
            case Content.File(var url, var name, var size, _, _) -> {
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
            case Content.Retraction(var target, var moderation) -> {
                json.addProperty("kind", "retraction");
                json.addProperty("of", target);
                moderation(moderation, json);
            }
            case Content.Retracted(var moderation) -> {
                json.addProperty("kind", "deleted");
                moderation(moderation, json);
            }
            case Content.Subject(var subject) -> {
                json.addProperty("kind", "subject");
                json.addProperty("body", subject);
            }
            case Content.Unreadable(var method) -> {
                json.addProperty("kind", "unreadable");
                Json.add(json, "encryption", method);
            }
        }
    }

    /// That the room did it, and for whom and why, where it says so.
    private static void moderation(Optional<Moderation> moderation, JsonObject json) {
        moderation.ifPresent(
                it -> {
                    json.addProperty("moderated", true);
                    Json.add(json, "moderator", Optional.of(it.by()).filter(by -> !by.isEmpty()));
                    Json.add(json, "why", Optional.of(it.reason()).filter(why -> !why.isEmpty()));
                });
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
            reason(refusal, json);
        }
    }

    private static void reason(Refusal refusal, JsonObject json) {
        json.addProperty("reason", word(refusal.reason()));
        Json.add(json, "reasonText", Optional.of(refusal.text()).filter(each -> !each.isEmpty()));
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
