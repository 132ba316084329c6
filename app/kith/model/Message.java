package kith.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A message that is in the store.
///
/// @param position its place in the chat: the timeline is in this order, ties broken by key
/// @param at when the server had it, or for one of ours that it hasn't yet, when it was written;
///   UTC, milliseconds
/// @param content as it was sent
/// @param delivery what has become of it as it was sent; what the user is to be told is
///   [#shownDelivery()]
/// @param edited what its sender has put in place of what it was sent with; the newest (XEP-0308)
/// @param amends of a correction: the message that shows its words; none where it shows itself
/// @param retracting the message of ours that is to take it back, until the server has that
///   (XEP-0424)
public record Message(
        MessageKey key,
        ChatKey chat,
        MessageIds ids,
        Author author,
        Instant at,
        long position,
        Content content,
        Delivery delivery,
        Optional<Edit> edited,
        Optional<MessageKey> amends,
        Optional<Retracting> retracting) {

    /// As a chat has them: by place, ties broken by key.
    public static final Comparator<Message> IN_ORDER =
            Comparator.comparingLong(Message::position)
                    .thenComparingLong(message -> message.key().row());

    /// Words that are shown in place of a message's own.
    ///
    /// @param delivery what has become of the correction that brought them
    /// @param isStyled whether signs in them style them
    public record Edit(String words, Delivery delivery, boolean isStyled) {

        /// Words as most are.
        public Edit(String words, Delivery delivery) {
            this(words, delivery, true);
        }
    }

    /// A message of ours that is to take back another, and has not done so yet. As long as it
    /// waits, the other shows no words; where it has failed, it does.
    ///
    /// @param by which it is
    /// @param delivery what has become of it
    public record Retracting(MessageKey by, Delivery delivery) {}

    /// One that nobody has corrected, and that corrects none.
    public Message(
            MessageKey key,
            ChatKey chat,
            MessageIds ids,
            Author author,
            Instant at,
            long position,
            Content content,
            Delivery delivery) {
        this(
                key,
                chat,
                ids,
                author,
                at,
                position,
                content,
                delivery,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// One that nothing of ours is to take back.
    public Message(
            MessageKey key,
            ChatKey chat,
            MessageIds ids,
            Author author,
            Instant at,
            long position,
            Content content,
            Delivery delivery,
            Optional<Edit> edited,
            Optional<MessageKey> amends) {
        this(
                key,
                chat,
                ids,
                author,
                at,
                position,
                content,
                delivery,
                edited,
                amends,
                Optional.empty());
    }

    public boolean isMine() {
        return author.isMine();
    }

    /// What it says now, where it says something in words; of a file, what that is called.
    public Optional<String> words() {
        return edited.map(Edit::words)
                .or(
                        () ->
                                switch (content) {
                                    case Content.Text text -> Optional.of(text.words());
                                    case Content.Private it -> Optional.of(it.body());
                                    case Content.Correction it -> Optional.of(it.words());
                                    case Content.File file -> Optional.of(file.name());
                                    case Content.Reaction _,
                                            Content.Retraction _,
                                            Content.Retracted _,
                                            Content.Subject _,
                                            Content.Unreadable _ ->
                                            Optional.empty();
                                });
    }

    /// Whether signs in what it says now style it; not where its sender says no (XEP-0393 §7).
    public boolean isStyled() {
        return edited.map(Edit::isStyled)
                .orElseGet(
                        () ->
                                switch (content) {
                                    case Content.Text text -> text.isStyled();
                                    case Content.Private it -> it.isStyled();
                                    case Content.Correction it -> it.isStyled();
                                    case Content.File _,
                                            Content.Reaction _,
                                            Content.Retraction _,
                                            Content.Retracted _,
                                            Content.Subject _,
                                            Content.Unreadable _ ->
                                            false;
                                });
    }

    /// With whom in the room it is private; empty where it isn't.
    public Optional<Confidant> confidant() {
        return content instanceof Content.Private(var other, _, _, _)
                ? Optional.of(other)
                : Optional.empty();
    }

    /// Whether it is for one person in a room, or from one, and nobody else there has it.
    public boolean isPrivate() {
        return content instanceof Content.Private;
    }

    /// Whether its words were taken back.
    public boolean isRetracted() {
        return content instanceof Content.Retracted;
    }

    /// Whether it is nothing by itself, only something about another message.
    public boolean isAboutAnother() {
        return content instanceof Content.Reaction || content instanceof Content.Retraction;
    }

    /// Whether the user may put other words in place of its (XEP-0308): it is theirs, and in words.
    /// One that has failed is nowhere else: it is sent again as it is, or taken back.
    public boolean isCorrectable() {
        return isMine()
                && content instanceof Content.Text
                && !(delivery instanceof Delivery.Failed);
    }

    /// What has become of the words that it shows: those of a correction may not have arrived where
    /// the first ones were read. A message that has failed itself stays so, whatever came after it.
    public Delivery shownDelivery() {
        return delivery instanceof Delivery.Failed
                ? delivery
                : edited.map(Edit::delivery).orElse(delivery);
    }

    /// What it answers, and what of that it repeats.
    public Optional<Reply> reply() {
        return switch (content) {
            case Content.Text(_, var reply, _, _) -> reply;
            case Content.Correction(_, _, var reply, _, _) -> reply;
            case Content.Private _,
                    Content.File _,
                    Content.Reaction _,
                    Content.Retraction _,
                    Content.Retracted _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// The name of the conversation that it belongs to (RFC 6121 §5.2.5).
    public Optional<String> thread() {
        return switch (content) {
            case Content.Text(_, _, var thread, _) -> thread;
            case Content.Private(_, _, var thread, _) -> thread;
            case Content.Correction(_, _, _, var thread, _) -> thread;
            case Content.File file -> file.thread();
            case Content.Reaction _,
                    Content.Retraction _,
                    Content.Retracted _,
                    Content.Subject _,
                    Content.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// What it repeats of the message that it answers, for programs that know no replies; as its
    /// sender has it.
    public Optional<String> quote() {
        return quote(Integer.MAX_VALUE);
    }

    /// The beginning of that.
    ///
    /// @param most how many `char`s of the body are looked at
    public Optional<String> quote(int most) {
        var quote =
                switch (content) {
                    case Content.Text(var body, var reply, _, _) ->
                            reply.map(it -> it.quote(body, most));
                    case Content.Correction(_, var body, var reply, _, _) ->
                            reply.map(it -> it.quote(body, most));
                    case Content.Private _,
                            Content.File _,
                            Content.Reaction _,
                            Content.Retraction _,
                            Content.Retracted _,
                            Content.Subject _,
                            Content.Unreadable _ ->
                            Optional.<String>empty();
                };
        return quote.filter(it -> !it.isBlank());
    }

    /// What a reaction calls it: in a room the room's name for it, else its sender's (XEP-0444
    /// §4.2). Empty where it has none, or nobody else has it.
    public Optional<String> reactionTarget(Chat.Kind kind) {
        return target(kind, ids.origin().or(() -> Optional.of(ids.stanza())));
    }

    /// What a reply calls it: in a room the room's name for it, else the id that it was sent under
    /// (XEP-0461 §4.1). Empty as [#reactionTarget].
    public Optional<String> replyTarget(Chat.Kind kind) {
        return target(kind, Optional.of(ids.stanza()));
    }

    /// What a retraction of ours calls it (XEP-0424 §5.1): in a room the room's name for it, else
    /// the id that it was sent under, where that is one that names no other. Empty as
    /// [#reactionTarget], and for one of others.
    public Optional<String> retractionTarget(Chat.Kind kind) {
        var sent = Optional.of(ids.stanza()).filter(MessageIds::isLasting);
        return isMine() ? target(kind, sent) : Optional.empty();
    }

    private Optional<String> target(Chat.Kind kind, Optional<String> senders) {
        boolean isSaid =
                content instanceof Content.Text
                        || content instanceof Content.File
                        || (content instanceof Content.Correction && amends.isEmpty());
        if (!isSaid || delivery instanceof Delivery.Failed) {
            return Optional.empty();
        }
        var name =
                switch (kind) {
                    case ROOM -> ids.archive();
                    case CONTACT -> senders;
                };
        return name.filter(it -> !it.isEmpty());
    }

    public Message with(Delivery newer) {
        return new Message(
                key, chat, ids, author, at, position, content, newer, edited, amends, retracting);
    }

    /// The same, of which more is known: where a file of ours is.
    public Message with(Content.File better) {
        return new Message(
                key, chat, ids, author, at, position, better, delivery, edited, amends, retracting);
    }

    public Message with(MessageIds better) {
        return new Message(
                key,
                chat,
                better,
                author,
                at,
                position,
                content,
                delivery,
                edited,
                amends,
                retracting);
    }

    /// The same, of whose author more is known.
    public Message with(Author better) {
        return new Message(
                key,
                chat,
                ids,
                better,
                at,
                position,
                content,
                delivery,
                edited,
                amends,
                retracting);
    }

    /// The same, shown by another message or by itself.
    public Message amending(Optional<MessageKey> original) {
        return new Message(
                key,
                chat,
                ids,
                author,
                at,
                position,
                content,
                delivery,
                edited,
                original,
                retracting);
    }

    /// The same at another place in its chat, and of another time.
    public Message movedTo(long place, Instant time) {
        return new Message(
                key, chat, ids, author, time, place, content, delivery, edited, amends, retracting);
    }
}
