package kith.store;

import kith.model.Author;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.Moderation;
import kith.model.Reply;

import java.util.Optional;

/// What is too long to be stored as it is. Servers let neither through (their stanzas end at some
/// 260,000 bytes); a hostile one must not stop the store all the same.
final class Limits {

    /// The most characters that a column of H2 holds. What is longer is cut.
    static final int TEXT = 1_048_576;

    /// The longest id that is used as a name. A longer one names nothing: it would make every index
    /// page it is on as large.
    static final int NAME = 1_024;

    private Limits() {}

    /// Cut between two characters, not in the middle of one.
    static String fitting(String text) {
        return cut(text, TEXT);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean isInPair = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, isInPair ? most - 1 : most);
    }

    static Content fitting(Content content) {
        return switch (content) {
            case Content.Text(var body, var reply, var thread, var isStyled) ->
                    text(body, reply, thread, isStyled);
            case Content.Private(var other, var body, var thread, var isStyled) ->
                    new Content.Private(
                            new Confidant(other.nick(), fitting(other.who())),
                            fitting(body),
                            fitting(thread),
                            isStyled);
            case Content.Correction(var target, var body, var reply, var thread, var isStyled) ->
                    target.length() <= NAME
                            ? new Content.Correction(
                                    target,
                                    fitting(body),
                                    fitting(reply, body),
                                    fitting(thread),
                                    isStyled)
                            : text(body, reply, thread, isStyled);
            case Content.File(var url, var name, var size, var picture, var thread) ->
                    new Content.File(
                            url.map(Limits::fitting),
                            cut(name, NAME),
                            size,
                            picture,
                            fitting(thread));
            case Content.Reaction(var target, var emoji) ->
                    new Content.Reaction(target.length() <= NAME ? target : "", emoji);
            case Content.Retraction(var target, var moderation) ->
                    new Content.Retraction(
                            target.length() <= NAME ? target : "", moderation.map(Limits::fitting));
            case Content.Retracted(var moderation) ->
                    new Content.Retracted(moderation.map(Limits::fitting));
            case Content.Subject(var subject) -> new Content.Subject(fitting(subject));
            case Content.Unreadable(var method) ->
                    new Content.Unreadable(method.map(it -> cut(it, NAME)));
        };
    }

    private static Content text(
            String body, Optional<Reply> reply, Optional<String> thread, boolean isStyled) {
        return new Content.Text(fitting(body), fitting(reply, body), fitting(thread), isStyled);
    }

    private static Moderation fitting(Moderation moderation) {
        var by = moderation.by();
        return new Moderation(by.length() <= NAME ? by : "", fitting(moderation.reason()));
    }

    /// Where nothing is left behind what is repeated, that is what is said.
    private static Optional<Reply> fitting(Optional<Reply> reply, String body) {
        return reply.filter(it -> it.target().length() <= NAME)
                .map(
                        it ->
                                it.quoted() < fitting(body).length()
                                        ? it
                                        : new Reply(it.target(), it.author(), 0));
    }

    static MessageIds fitting(MessageIds ids) {
        return new MessageIds(
                ids.stanza().length() <= NAME ? ids.stanza() : "",
                fitting(ids.origin()),
                fitting(ids.archive()));
    }

    static Author fitting(Author author) {
        return new Author(author.address(), fitting(author.occupantId()), author.isMine());
    }

    private static Optional<String> fitting(Optional<String> name) {
        return name.filter(id -> id.length() <= NAME);
    }
}
