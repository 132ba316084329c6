package kith.ui.timeline;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Hole;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.RoomNotice;
import kith.model.ShownPicture;
import kith.session.chat.Timeline;
import kith.ui.text.OneLine;
import kith.ui.timeline.TimelineRow.Attached;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.timeline.TimelineRow.Day;
import kith.ui.timeline.TimelineRow.Face;
import kith.ui.timeline.TimelineRow.Missing;
import kith.ui.timeline.TimelineRow.NewMessages;
import kith.ui.timeline.TimelineRow.Notice;
import kith.ui.timeline.TimelineRow.Place;
import kith.ui.timeline.TimelineRow.Quote;
import kith.ui.timeline.TimelineRow.Quote.Writer;
import kith.ui.timeline.TimelineRow.Retracted;
import kith.ui.timeline.TimelineRow.Start;
import kith.ui.timeline.TimelineRow.SubjectChange;
import kith.ui.timeline.TimelineRow.Unreadable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// Turns the messages of a window into rows: where days begin, what is new, which bubbles make a
/// group.
///
/// A group is the same sender on the same day with at most five minutes between one message and
/// the next, and nothing else in between.
final class TimelineRows {

    private static final Duration GROUP_GAP = Duration.ofMinutes(5);

    /// So much of what an answer repeats is looked at, in `char`s: more than is shown of it.
    private static final int QUOTE_START = 500;

    private final ZoneId zone;
    private final Function<Message, Optional<Face>> face;
    private final Supplier<Optional<String>> ownNick;
    private final ToIntFunction<MessageKey> folds;
    private final Function<MessageKey, ShownPicture> picture;
    private final Supplier<List<RoomNotice>> notices;
    private final Function<MessageKey, OptionalInt> visitOf;
    private final Chat.Kind kind;

    /// @param zone in which days begin and end
    /// @param face who wrote a message, for the first of a group; empty outside rooms
    /// @param ownNick what we are called in the room now; empty outside rooms, and where that isn't
    ///   known
    /// @param folds how many folds of a long text the user has opened, at least 1
    /// @param picture what there is of the picture that a message is
    /// @param notices what happened to people in the room, oldest first
    /// @param visitOf in which visit of its author a message was said in the room; empty where
    ///   nobody knows
    /// @param kind of the chat
    TimelineRows(
            ZoneId zone,
            Function<Message, Optional<Face>> face,
            Supplier<Optional<String>> ownNick,
            ToIntFunction<MessageKey> folds,
            Function<MessageKey, ShownPicture> picture,
            Supplier<List<RoomNotice>> notices,
            Function<MessageKey, OptionalInt> visitOf,
            Chat.Kind kind) {
        this.zone = zone;
        this.face = face;
        this.ownNick = ownNick;
        this.folds = folds;
        this.picture = picture;
        this.notices = notices;
        this.visitOf = visitOf;
        this.kind = kind;
    }

    /// @param newFrom the message above which the line of new messages stands
    /// @param isFetching whether what is missing is being asked for
    List<TimelineRow> of(
            Timeline timeline, Optional<MessageKey> newFrom, boolean isFetching, LocalDate today) {
        var messages = timeline.messages();
        var rows = new ArrayList<TimelineRow>(messages.size() + 8);
        if (timeline.isWhole() && !timeline.isLoading()) {
            rows.add(new Start());
        }
        var between = new NoticesBetween(notices.get(), timeline);
        boolean joinsAbove = false;
        var newestDay = LocalDate.MIN;
        for (int at = 0; at < messages.size(); at++) {
            var message = messages.get(at);
            var day = day(message);
            newestDay = add(between.takeBefore(message), rows, newestDay, today);
            var hole = timeline.holeBefore(message.key());
            if (hole.isPresent()) {
                var before = messages.subList(0, at).reversed().stream().findFirst();
                var remedy = remedy(hole.get(), isFetching);
                rows.add(new Missing(message.key(), before.map(this::day), day, remedy));
            }
            if (day.isAfter(
                    newestDay)) { // times may go back, days that were named don't come again
                rows.add(new Day(day, today));
                newestDay = day;
            }
            if (startsNew(message, newFrom)) {
                rows.add(new NewMessages(Math.max(1, incoming(messages, at))));
            }
            boolean joinsBelow =
                    at + 1 < messages.size()
                            && timeline.holeBefore(messages.get(at + 1).key()).isEmpty()
                            && !between.areBefore(messages.get(at + 1))
                            && joins(message, messages.get(at + 1), newFrom);
            rows.add(row(timeline, message, Place.of(joinsAbove, joinsBelow)));
            joinsAbove = joinsBelow;
        }
        if (timeline.isAtEnd()) {
            var _ = add(between.takeRest(), rows, newestDay, today);
        }
        return rows;
    }

    /// @return the newest day that is named by now
    private LocalDate add(
            List<Notice> notices, List<TimelineRow> rows, LocalDate newestDay, LocalDate today) {
        var named = newestDay;
        for (var notice : notices) {
            var day = LocalDate.ofInstant(notice.notice().at(), zone);
            if (day.isAfter(named)) {
                rows.add(new Day(day, today));
                named = day;
            }
            rows.add(notice);
        }
        return named;
    }

    private static Missing.Remedy remedy(Hole hole, boolean isFetching) {
        if (hole.isGone()) {
            return Missing.Remedy.NONE;
        }
        return isFetching ? Missing.Remedy.LOADING : Missing.Remedy.LOAD;
    }

    private TimelineRow row(Timeline timeline, Message message, Place place) {
        return switch (message.content()) {
            case Content.Text _, Content.Private _, Content.Correction _, Content.File _ -> {
                var author = message.author();
                yield new Bubble(
                        message.key(),
                        name(author),
                        author.isMine(),
                        place.isStart() && !author.isMine()
                                ? face.apply(message)
                                : Optional.empty(),
                        place,
                        message.reply().map(_ -> quote(timeline, message)),
                        text(message),
                        message.content() instanceof Content.File file
                                ? Optional.of(Attached.of(file, () -> picture.apply(message.key())))
                                : Optional.empty(),
                        message.edited().isPresent(),
                        message.isCorrectable(),
                        message.reactionTarget(kind).isPresent(),
                        isRetractable(message),
                        message.retracting(),
                        timeline.reactions(message.key()),
                        message.at(),
                        message.shownDelivery(),
                        message.confidant(),
                        message.thread());
            }
            case Content.Retracted(var moderation) ->
                    new Retracted(
                            message.key(),
                            name(message.author()),
                            message.isMine(),
                            place.isStart() && !message.isMine()
                                    ? face.apply(message)
                                    : Optional.empty(),
                            place,
                            moderation,
                            message.retracting().isPresent(),
                            message.at());
            case Content.Reaction _, Content.Retraction _ ->
                    throw new IllegalArgumentException("is no row of its own");
            case Content.Subject(String subject) ->
                    new SubjectChange(
                            message.key(), message.author().nick(), subject, message.at());
            case Content.Unreadable(var method) ->
                    new Unreadable(
                            message.key(),
                            name(message.author()),
                            message.isMine(),
                            place.isStart() && !message.isMine()
                                    ? face.apply(message)
                                    : Optional.empty(),
                            place,
                            method,
                            message.at());
        };
    }

    /// What is answered, as it is now; where that isn't here, what the answer repeats of it.
    private Quote quote(Timeline timeline, Message reply) {
        return timeline.answered(reply.key())
                .filter(TimelineRows::isSaid)
                .map(this::quote)
                .orElseGet(
                        () ->
                                new Quote(
                                        Optional.empty(),
                                        Optional.empty(),
                                        OneLine.of(reply.quote(QUOTE_START).orElse("")),
                                        false));
    }

    private Quote quote(Message answered) {
        var author = answered.author();
        var colorKey =
                face.apply(answered)
                        .map(Face::colorKey)
                        .orElseGet(() -> author.address().asBareJid().toString());
        return new Quote(
                Optional.of(answered.key()),
                Optional.of(new Writer(name(author), colorKey, author.isMine())),
                OneLine.of(answered.words().orElse("")),
                answered.isRetracted());
    }

    private FoldedText text(Message message) {
        var text = FoldedText.of(message.words().orElseThrow(), folds.applyAsInt(message.key()));
        var styled = message.isStyled() ? text : text.unstyled();
        return message.isMine() ? styled : styled.naming(ownNick.get().orElse(""));
    }

    /// What they are called there. What we wrote here to a room has our own address, which is no
    /// affair of the room's.
    private String name(Author author) {
        return kind == Chat.Kind.ROOM && !author.address().hasResource()
                ? ownNick.get().orElse("")
                : author.shortName();
    }

    /// One that has not left is taken back without a name for it. In a room only once that has
    /// named it: until then it may have it, and there would be no way to refer to it.
    private boolean isRetractable(Message message) {
        boolean waits =
                message.isMine()
                        && kind == Chat.Kind.CONTACT
                        && message.delivery() instanceof Delivery.Queued;
        return waits || message.retractionTarget(kind).isPresent();
    }

    private static boolean isSaid(Message message) {
        return message.words().isPresent() || message.isRetracted();
    }

    private static boolean isBySomebody(Message message) {
        return message.content() instanceof Content.Unreadable(var method)
                ? method.isPresent() // whose one is that the disk has changed isn't known
                : isSaid(message);
    }

    /// Whether two messages, one right after the other, belong to one group.
    private boolean joins(Message above, Message below, Optional<MessageKey> newFrom) {
        return isBySomebody(above)
                && isBySomebody(below)
                && isSame(above, below)
                && above.confidant()
                        .map(Confidant::nick)
                        .equals(below.confidant().map(Confidant::nick))
                && day(above).equals(day(below))
                && Duration.between(above.at(), below.at()).abs().compareTo(GROUP_GAP) <= 0
                && !startsNew(below, newFrom);
    }

    /// Whether it is known that both are the same person's.
    private boolean isSame(Message above, Message below) {
        return (above.isMine() || below.isMine())
                ? above.isMine() == below.isMine()
                : above.author().address().equals(below.author().address())
                        && (kind == Chat.Kind.CONTACT || isSameOccupant(above, below));
    }

    /// Of two who had the same nick: by what the room calls them, else by what we have seen.
    private boolean isSameOccupant(Message above, Message below) {
        var id = above.author().occupantId();
        if (id.isPresent() && below.author().occupantId().isPresent()) {
            return id.equals(below.author().occupantId());
        }
        var visit = visitOf.apply(above.key());
        return visit.isPresent() && visit.equals(visitOf.apply(below.key()));
    }

    private LocalDate day(Message message) {
        return LocalDate.ofInstant(message.at(), zone);
    }

    private static boolean startsNew(Message message, Optional<MessageKey> newFrom) {
        return newFrom.isPresent() && newFrom.get().equals(message.key());
    }

    private static int incoming(List<Message> messages, int from) {
        int count = 0;
        for (var message : messages.subList(from, messages.size())) {
            if (!message.isMine()) {
                count++;
            }
        }
        return count;
    }
}
