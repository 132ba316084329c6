package kith.xmpp.xep;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.Reply;
import kith.xmpp.Beside;
import kith.xmpp.Envelope;
import kith.xmpp.IncomingMessage;
import kith.xmpp.Refusals;
import kith.xmpp.Tree;
import kith.xmpp.Wishes;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageArrived;
import kith.xmpp.XmppEvent.MessageRefused;
import kith.xmpp.XmppExtension;
import kith.xmpp.XmppLink;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Messages with words (RFC 6121 §5), and the errors that come back for ours (RFC 6120 §8.3).
///
/// A message of ours carries its id twice, because rooms may rewrite the first (XEP-0359 §3.2).
/// Not here: what stands beside the words, each in its own extension.
public final class Rfc6121Messages implements XmppExtension {

    private static final String IDS = "urn:xmpp:sid:0";
    private static final String DELAY = "urn:xmpp:delay";

    @Override
    public Set<String> features() {
        return Set.of(IDS);
    }

    /// Sends words to a contact or a room, new ones or for a message that was sent before
    /// (XEP-0308).
    ///
    /// @param id a UUID; the same again where the same message is sent again
    /// @return whether there was a session to hand it to
    public boolean send(XmppLink link, ChatKey chat, Chat.Kind kind, String id, Content words) {
        return send(link, chat, kind, id, words, Beside.NOTHING);
    }

    /// The same with what stands beside them in a room.
    public boolean send(
            XmppLink link, ChatKey chat, Chat.Kind kind, String id, Content words, Beside beside) {
        return link.send(message(chat, kind, id, words, beside).build());
    }

    /// The same, and says that the user is here and writes no more (XEP-0085 §5.3).
    public boolean sendActive(
            XmppLink link, ChatKey chat, Chat.Kind kind, String id, Content words, Beside beside) {
        var message = message(chat, kind, id, words, beside);
        if (!(words instanceof Content.Reaction)) { // has no words to say it beside
            message.addExtension(Xep0085ChatStates.active());
        }
        return link.send(message.build());
    }

    /// The same for words that were written a while ago, and says when (XEP-0203 §2). Without an
    /// author: ours would count as the server's word where a room sends it back to us.
    public boolean sendLate(
            XmppLink link,
            ChatKey chat,
            Chat.Kind kind,
            String id,
            Content words,
            Beside beside,
            Instant written) {
        return link.send(
                message(chat, kind, id, words, beside)
                        .addExtension(
                                StandardExtensionElement.builder("delay", DELAY)
                                        .addAttribute("stamp", stamp(written))
                                        .build())
                        .build());
    }

    /// XEP-0082 §3.2.
    private static String stamp(Instant written) {
        return written.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static MessageBuilder message(
            ChatKey chat, Chat.Kind kind, String id, Content words, Beside beside) {
        var message = StanzaBuilder.buildMessage(id).to(chat.peer()).ofType(type(kind));
        switch (words) {
            case Content.Private(var other, var body, var thread, var isStyled) -> {
                Xep0045Private.address(message, chat.peer(), other);
                message.setBody(body);
                addAbout(message, body, Optional.empty(), thread, isStyled);
            }
            case Content.Text(var body, var reply, var thread, var isStyled) -> {
                message.setBody(body);
                addAbout(message, body, reply, thread, isStyled);
            }
            case Content.Correction(var target, var body, var reply, var thread, var isStyled) -> {
                message.setBody(body).addExtension(Xep0308Correction.of(target));
                addAbout(message, body, reply, thread, isStyled);
            }
            case Content.File file -> {
                var url = file.url().orElseThrow();
                message.setBody(url).addExtension(Xep0066Oob.of(url));
                Xep0447FileSharing.add(message, file, url);
                file.thread().ifPresent(message::setThread);
            }
            case Content.Reaction(var target, var emoji) ->
                    message.addExtension(Xep0444Reactions.of(target, emoji))
                            .addExtension(Xep0334Hints.store());
            case Content.Retraction(var target, _) -> Xep0424Retraction.add(message, target);
            case Content.Retracted _, Content.Subject _, Content.Unreadable _ ->
                    throw new IllegalArgumentException("no words");
        }
        message.addExtension(
                StandardExtensionElement.builder("origin-id", IDS).addAttribute("id", id).build());
        boolean isWords =
                words instanceof Content.Text
                        || words instanceof Content.Correction
                        || words instanceof Content.File;
        if (kind == Chat.Kind.CONTACT && isWords) {
            message.addExtension(Xep0184Receipts.request());
        }
        if (isWords && (kind == Chat.Kind.CONTACT || beside.isMarkable())) {
            message.addExtension(Xep0333Markers.markable());
        }
        if (words instanceof Content.Text(var body, _, _, _)) {
            beside.mentions().forEach(it -> Xep0372References.add(message, chat.peer(), body, it));
        }
        return message;
    }

    private static void addAbout(
            MessageBuilder message,
            String body,
            Optional<Reply> reply,
            Optional<String> thread,
            boolean isStyled) {
        reply.ifPresent(it -> Xep0461Replies.add(message, it, body));
        thread.ifPresent(message::setThread);
        if (!isStyled) {
            message.addExtension(Xep0393Styling.unstyled());
        }
    }

    static Message.Type type(Chat.Kind kind) {
        return switch (kind) {
            case CONTACT -> Message.Type.chat;
            case ROOM -> Message.Type.groupchat;
        };
    }

    @Override
    public List<XmppEvent> read(Envelope in) {
        if (in.isError()) {
            var id = in.message().getStanzaId();
            return id == null
                    ? List.of()
                    : List.of(new MessageRefused(in.peer(), id, Refusals.in(in.message())));
        }
        if (Xep0444Reactions.isAlone(in)
                || Xep0424Retraction.isIn(in)
                || Xep0045Invitations.isIn(in)) {
            return List.of(); // its words only say the same to who doesn't know of such
        }
        if (Xep0380Encryption.isKeyTransport(in)) {
            return List.of();
        }
        return Xep0380Encryption.in(in)
                .<Content>map(it -> it)
                .or(() -> in.body().map(body -> words(in, body)).or(() -> wordless(in)))
                .<List<XmppEvent>>map(content -> List.of(new MessageArrived(message(in, content))))
                .orElse(List.of());
    }

    /// All that it can be is words: what it repeats or calls otherwise, it says there, too.
    @Override
    public List<XmppEvent> readPrivate(Envelope in) {
        return in.confidant()
                .flatMap(
                        other ->
                                in.body()
                                        .map(
                                                body ->
                                                        new Content.Private(
                                                                other,
                                                                body,
                                                                threadIn(in),
                                                                Xep0393Styling.isAllowedIn(in))))
                .<List<XmppEvent>>map(said -> List.of(new MessageArrived(said(in, said))))
                .orElse(List.of());
    }

    /// Nobody is told that it came or was seen: that is between two who may not know each other.
    private static IncomingMessage said(Envelope in, Content.Private words) {
        return new IncomingMessage(
                in.peer(), true, in.ids(), in.author(), in.at(), words, in.way());
    }

    private static IncomingMessage message(Envelope in, Content content) {
        return new IncomingMessage(
                in.peer(),
                in.isRoom(),
                in.ids(),
                in.author(),
                in.at(),
                content,
                in.way(),
                new Wishes(
                        Xep0184Receipts.isRequestedIn(in),
                        Xep0333Markers.isRequestedIn(in),
                        Xep0372References.mentionsUs(in)));
    }

    private static Content words(Envelope in, String body) {
        var reply = Xep0461Replies.in(in, body);
        var thread = threadIn(in);
        boolean isStyled = Xep0393Styling.isAllowedIn(in);
        return Xep0308Correction.targetIn(in)
                .<Content>map(
                        target -> new Content.Correction(target, body, reply, thread, isStyled))
                .or(() -> reply.isPresent() ? Optional.empty() : file(in, body, thread))
                .orElseGet(() -> new Content.Text(body, reply, thread, isStyled));
    }

    /// Several files in one message are no file.
    private static Optional<Content> file(Envelope in, String body, Optional<String> thread) {
        return Xep0447FileSharing.in(in, body, thread)
                .or(
                        () ->
                                Xep0447FileSharing.areSeveralIn(in)
                                        ? Optional.empty()
                                        : Xep0066Oob.in(in, body, thread));
    }

    /// A file needs no words (XEP-0447 §3.1). What has none because it changes something else is no
    /// file.
    private static Optional<Content> wordless(Envelope in) {
        boolean isOther =
                in.payload("subject", Message.Body.NAMESPACE).isPresent()
                        || Xep0308Correction.targetIn(in).isPresent()
                        || Xep0424Retraction.isTombstone(in);
        return isOther ? Optional.empty() : Xep0447FileSharing.in(in, "", threadIn(in));
    }

    /// RFC 6121 §5.2.5.
    private static Optional<String> threadIn(Envelope in) {
        return in.payload("thread", Message.Body.NAMESPACE)
                .map(Tree::text)
                .filter(name -> !name.isEmpty());
    }
}
