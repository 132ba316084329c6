package kith.ui.timeline;

import kith.model.Confidant;
import kith.model.Delivery;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.model.RoomNotice;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Failures;
import kith.ui.text.MeCommand;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.timeline.TimelineRow.Quote;
import kith.ui.timeline.TimelineRow.Retracted;
import kith.ui.timeline.TimelineRow.SeenBy;
import kith.ui.timeline.TimelineRow.SubjectChange;
import kith.ui.timeline.TimelineRow.Unreadable;
import kith.ui.timeline.TimelineRow.Wordless;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The sentences of the timeline.
final class TimelineWords {

    /// Of one among others, in code points.
    private static final int LONGEST_NAME = 40;

    private final Texts texts;
    private final Failures failures;
    private final FileWords files;
    private final ReactionWords reactions;
    private final PresenceLook presence;
    private final NoticeWords notices;
    private final Times times;
    private final Supplier<String> title;
    private final boolean isRoom;

    /// @param title of the chat: the start of its history is named after it, and in a chat with one
    ///   person so is everything they wrote
    TimelineWords(Texts texts, Times times, Supplier<String> title, boolean isRoom) {
        this.texts = texts;
        this.failures = new Failures(texts);
        this.files = new FileWords(texts);
        this.reactions = new ReactionWords(texts, title, isRoom);
        this.presence = new PresenceLook(texts);
        this.notices = new NoticeWords(texts);
        this.times = times;
        this.title = title;
        this.isRoom = isRoom;
    }

    /// Of the files that were sent.
    FileWords files() {
        return files;
    }

    /// Of the emoji that were put to messages.
    ReactionWords reactions() {
        return reactions;
    }

    PresenceLook presence() {
        return presence;
    }

    Texts texts() {
        return texts;
    }

    String time(Instant at) {
        return times.time(at);
    }

    /// When a message was sent, and whether it says something else now.
    String timeOf(Bubble bubble) {
        var time = time(bubble.at());
        return bubble.isEdited() ? texts.say("timeline.edited", time) : time;
    }

    /// Day and time.
    String fullTime(Instant at) {
        return times.full(at);
    }

    /// Day and time to the second.
    String exactTime(Instant at) {
        return times.exact(at);
    }

    String day(LocalDate day) {
        return times.day(day);
    }

    String goToDay() {
        return texts.say("timeline.goToDay");
    }

    String newMessages(int count) {
        return texts.count("timeline.newMessages", count);
    }

    /// What is missing.
    String missing(Missing missing) {
        if (missing.remedy() == Missing.Remedy.NONE) {
            return texts.say("timeline.missing.gone");
        }
        return missing.from()
                .map(
                        from ->
                                from.equals(missing.to())
                                        ? texts.say("timeline.missing.day", times.date(from))
                                        : texts.say(
                                                "timeline.missing.days",
                                                times.date(from),
                                                times.date(missing.to())))
                .orElseGet(() -> texts.say("timeline.missing.older"));
    }

    String load() {
        return texts.say("timeline.missing.load");
    }

    String loading() {
        return texts.say("timeline.loading");
    }

    String start() {
        return isRoom
                ? texts.say("timeline.start.room", title.get())
                : texts.say("timeline.start.person", title.get());
    }

    String subject(SubjectChange change) {
        return change.subject().isBlank()
                ? texts.say("timeline.subject.removed", change.by())
                : texts.say("timeline.subject.changed", change.by(), change.subject());
    }

    String openGroup() {
        return texts.say("timeline.notice.continued.open");
    }

    String openGroupNamed(RoomNotice.Continued continued) {
        return texts.say("timeline.notice.continued.open.name", tame(continued.name()));
    }

    String notice(RoomNotice notice) {
        return notices.of(notice);
    }

    /// Why a message can't be read.
    ///
    /// @param method how it is encrypted; empty where the history is damaged
    String whyUnreadable(Optional<String> method) {
        return method.map(it -> texts.say("timeline.unreadable.encrypted", OneLine.of(it)))
                .orElseGet(() -> texts.say("timeline.unreadable.damaged"));
    }

    /// What opens that.
    String askWhy() {
        return texts.say("timeline.unreadable.why");
    }

    /// What stands in place of the words that aren't there.
    String sentence(Wordless row) {
        return switch (row) {
            case Retracted retracted -> retracted(retracted);
            case Unreadable _ -> texts.say("timeline.unreadable");
        };
    }

    /// What a screen reader says for a message, without the signs that only style it.
    String spoken(Bubble bubble) {
        var author = named(bubble);
        var time = timeOf(bubble);
        var visible = bubble.text().visible();
        var text = bubble.file().map(files::spoken).orElseGet(() -> plain(bubble, visible));
        var own =
                state(bubble.delivery(), bubble.confidant())
                        .map(state -> texts.say("timeline.spoken.own", author, time, text, state))
                        .orElseGet(() -> texts.say("timeline.spoken", author, time, text));
        var said =
                bubble.quote()
                        .map(quote -> texts.say("timeline.spoken.reply", own, said(quote)))
                        .orElse(own);
        return ReactionChips.shown(bubble).stream()
                .map(reactions::spoken)
                .reduce(said, (before, each) -> texts.say("timeline.names", before, each));
    }

    /// Who has seen the user's newest message.
    String seenBy(SeenBy row) {
        var names =
                row.shown().stream()
                        .map(face -> tame(face.nick()))
                        .reduce((before, each) -> texts.say("timeline.names", before, each))
                        .orElseThrow();
        return texts.say(
                "timeline.seenBy.spoken",
                row.more() == 0 ? names : texts.count("timeline.namesAndMore", row.more(), names));
    }

    /// What stands in place of the words of a message that was taken back.
    private String retracted(Retracted row) {
        return row.moderation().map(this::removed).orElseGet(() -> texts.say("timeline.retracted"));
    }

    private String removed(Moderation moderation) {
        var by = tame(moderation.by());
        var why = OneLine.of(moderation.reason());
        if (by.isEmpty()) {
            return why.isEmpty()
                    ? texts.say("timeline.removed")
                    : texts.say("timeline.removed.why", why);
        }
        return why.isEmpty()
                ? texts.say("timeline.removed.by", by)
                : texts.say("timeline.removed.byAndWhy", by, why);
    }

    /// What a screen reader says for it.
    String spoken(Wordless row) {
        var author = row.isMine() ? texts.say("timeline.you") : isRoom ? row.author() : title.get();
        var time = time(row.at());
        return switch (row) {
            case Unreadable(_, _, _, _, _, var method, _) ->
                    texts.say("timeline.spoken", author, time, whyUnreadable(method));
            case Retracted retracted when retracted.isWaiting() ->
                    texts.say(
                            "timeline.spoken.own",
                            author,
                            time,
                            retracted(retracted),
                            texts.say("timeline.delivery.waiting"));
            case Retracted retracted ->
                    texts.say("timeline.spoken", author, time, retracted(retracted));
        };
    }

    /// Why a message of ours was not taken back.
    String notRetracted(Delivery delivery) {
        return texts.say("timeline.notRetracted", state(delivery).orElse(""));
    }

    private static String plain(Bubble bubble, String visible) {
        var words = isAction(bubble) ? MeCommand.deed(visible) : visible;
        return bubble.text().styled(words, 0).words();
    }

    /// A name on one line, and no longer than names are.
    static String tame(String whole) {
        var name = OneLine.of(whole);
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    /// Who does what the message tells; empty for one that tells no action.
    Optional<String> actor(Bubble bubble) {
        return isAction(bubble) ? Optional.of(author(bubble)) : Optional.empty();
    }

    /// What is copied with a message: where its file is, or its text as it was written, an action
    /// with who does it.
    String copied(Bubble bubble) {
        var link = bubble.file().flatMap(Attached::link);
        if (link.isPresent()) {
            return link.get().toString();
        }
        var whole = bubble.text().whole();
        return actor(bubble)
                .map(actor -> texts.say("timeline.action", actor, MeCommand.deed(whole)))
                .orElse(whole);
    }

    /// The same with who said it and when, as it stands beside others.
    String copiedWithName(Bubble bubble) {
        return texts.say("timeline.copied", times.full(bubble.at()), named(bubble), copied(bubble));
    }

    /// Who said it, and to whom alone.
    private String named(Bubble bubble) {
        var author = bubble.isMine() ? texts.say("timeline.you") : author(bubble);
        return PrivateMark.words(bubble, texts)
                .map(words -> texts.say("timeline.names", author, words))
                .orElse(author);
    }

    /// The same of several.
    String copied(List<Bubble> bubbles) {
        return bubbles.stream().map(this::copied).collect(Collectors.joining("\n"));
    }

    String copiedWithNames(List<Bubble> bubbles) {
        return bubbles.stream().map(this::copiedWithName).collect(Collectors.joining("\n"));
    }

    private static boolean isAction(Bubble bubble) {
        return bubble.file().isEmpty() && MeCommand.is(bubble.text().whole());
    }

    /// In a chat with one person, they are called what the chat is.
    private String author(Bubble bubble) {
        if (bubble.author().isEmpty()) {
            return texts.say("timeline.you"); // in a room that doesn't say what we are called
        }
        return isRoom || bubble.isMine() ? bubble.author() : title.get();
    }

    /// What the author calls themselves to those who are there: what the user calls them is the
    /// user's own affair, and so is the user's address.
    String publicName(Bubble bubble) {
        boolean isKnownThere = !bubble.isMine() || (isRoom && !bubble.author().isEmpty());
        return isKnownThere ? bubble.author() : texts.say("timeline.forwarded.me");
    }

    /// Who wrote what a message answers; empty where nobody knows.
    Optional<String> author(Quote quote) {
        return quote.author()
                .map(
                        writer ->
                                writer.isMine()
                                        ? texts.say("timeline.you")
                                        : tame(isRoom ? writer.name() : title.get()));
    }

    /// What that says, as far as it is known.
    String said(Quote quote) {
        if (quote.isRetracted()) {
            return texts.say("timeline.retracted");
        }
        return quote.words().isEmpty() ? texts.say("timeline.quote.away") : quote.words();
    }

    /// The role tag beside a nick; empty for most.
    Optional<String> standing(Face face) {
        if (face.isModerator()) {
            return Optional.of(texts.say("timeline.standing.moderator"));
        }
        return face.affiliation()
                .map(
                        affiliation ->
                                switch (affiliation) {
                                    case OWNER -> texts.say("timeline.standing.owner");
                                    default -> texts.say("timeline.standing.admin");
                                });
    }

    /// How far a message of ours has come; empty for one of others.
    Optional<String> state(Delivery delivery) {
        return state(delivery, Optional.empty());
    }

    /// The same of a message that is for one person in a room alone.
    Optional<String> state(Delivery delivery, Optional<Confidant> to) {
        return switch (delivery) {
            case Delivery.Received() -> Optional.empty();
            case Delivery.Queued(), Delivery.Sending() ->
                    Optional.of(texts.say("timeline.delivery.waiting"));
            case Delivery.OnServer() -> Optional.of(texts.say("timeline.delivery.onServer"));
            case Delivery.Delivered() -> Optional.of(texts.say("timeline.delivery.delivered"));
            case Delivery.Read() -> Optional.of(texts.say("timeline.delivery.read"));
            case Delivery.Failed(var refusal) -> Optional.of(failure(refusal, to));
        };
    }

    /// Why a message of ours was not sent.
    String failure(Refusal refusal) {
        return failures.why(refusal);
    }

    /// The same of a message that is for one person in a room alone.
    String failure(Refusal refusal, Optional<Confidant> to) {
        return to.flatMap(it -> PrivateMark.failure(refusal, it, texts))
                .orElseGet(() -> failure(refusal));
    }
}
