package kith.ui.timeline;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.base.PictureSize;
import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Hole;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Moderation;
import kith.model.Reaction;
import kith.model.Reader;
import kith.model.Reply;
import kith.session.chat.Timeline;

import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A made-up conversation for tests and pictures: who wrote what and when, in the order of the
/// calls.
public final class Talk {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final AccountId ACCOUNT = new AccountId(1);
    private static final Jid ME = JidCreate.fromOrThrowUnchecked("mara@hearth.example");

    private final ChatKey chat;
    private final ImmediateLane lane = new ImmediateLane();
    private final List<Message> messages = new ArrayList<>();
    private final Map<MessageKey, List<Reaction>> reactions = new HashMap<>();
    private final Map<MessageKey, MessageKey> answers = new HashMap<>();
    private final Cell<Timeline> timeline;
    private List<Hole> holes = List.of();
    private Optional<MessageKey> firstUnread = Optional.empty();
    private boolean isAtStart = true;
    private boolean isAtEnd = true;
    private LocalDate day = TODAY;
    private Optional<String> occupantId = Optional.empty();
    private int hidden;
    private OptionalInt until = OptionalInt.empty();
    private int known = Integer.MAX_VALUE;
    private long rows;

    public Talk(String peer) {
        chat = new ChatKey(ACCOUNT, JidCreate.fromOrThrowUnchecked(peer).asBareJid());
        timeline = new Cell<>(lane, timeline());
    }

    public ChatKey chat() {
        return chat;
    }

    /// What is told from here on is of that day.
    public Talk on(LocalDate newDay) {
        day = newDay;
        return this;
    }

    /// Who writes from here on has that occupant id.
    public Talk called(String id) {
        occupantId = Optional.of(id);
        return this;
    }

    /// The peer writes.
    public Talk theirs(String time, String text) {
        return add(chat.peer(), false, time, text, Delivery.RECEIVED);
    }

    /// Somebody writes in the room.
    public Talk from(String nick, String time, String text) {
        return add(occupant(nick), false, time, text, Delivery.RECEIVED);
    }

    /// We write.
    public Talk mine(String time, String text, Delivery delivery) {
        return add(ME, true, time, text, delivery);
    }

    /// Somebody writes to us alone in the room.
    public Talk fromPrivately(String nick, String time, String text) {
        return add(occupant(nick), time, new Content.Private(new Confidant(nick), text));
    }

    /// We write to somebody alone in the room.
    public Talk minePrivately(String nick, String time, String text, Delivery delivery) {
        return add(ME, true, time, new Content.Private(new Confidant(nick), text), delivery);
    }

    /// The peer sends a file.
    public Talk theirFile(String time, Content.File file) {
        return add(chat.peer(), time, file);
    }

    /// We send a file.
    public Talk myFile(String time, Content.File file, Delivery delivery) {
        return add(ME, true, time, file, delivery);
    }

    /// A file that others can get.
    public static Content.File file(String name, long size) {
        return waitingFile(name, size).at("https://upload.hearth.example/a1b2/file");
    }

    /// One of ours that they can't get yet.
    public static Content.File waitingFile(String name, long size) {
        return new Content.File(Optional.empty(), name, Optional.of(size), Optional.empty());
    }

    /// A picture that others can get, whose sender said how large it is.
    public static Content.File picture(String name, int width, int height) {
        return new Content.File(
                Optional.of("https://upload.hearth.example/a1b2/" + name),
                name,
                Optional.of(240_000L),
                Optional.of(new PictureSize(width, height)),
                Optional.empty());
    }

    /// The same where nobody has said anything.
    public static Content.File picture(String name) {
        return new Content.File(
                Optional.of("https://upload.hearth.example/a1b2/" + name),
                name,
                Optional.empty(),
                Optional.empty());
    }

    /// The picture of a message was seen.
    ///
    /// @param index from 0 for the oldest
    public Talk see(int index, int width, int height) {
        var file = (Content.File) messages.get(index).content();
        return put(index, file.seen(240_000, new PictureSize(width, height)), Optional.empty());
    }

    /// Somebody changes the room's subject.
    public Talk subject(String nick, String time, String subject) {
        return add(occupant(nick), time, new Content.Subject(subject));
    }

    /// The next message is the first unread one.
    public Talk unreadFromHere() {
        firstUnread = Optional.of(new MessageKey(rows + 1));
        return this;
    }

    /// There is more before what is told here.
    public Talk notAtStart() {
        isAtStart = false;
        return this;
    }

    public Talk notAtEnd() {
        isAtEnd = false;
        return this;
    }

    /// Leaves the oldest out of what is shown, as a window that hasn't read them yet.
    public Talk hideOldest(int count) {
        hidden = count;
        isAtStart = count == 0;
        return this;
    }

    /// Leaves the newest out of what is shown, and all that is said from now on: a window that has
    /// moved up.
    public Talk hideNewest(int count) {
        known = messages.size();
        until = OptionalInt.of(known - count);
        isAtEnd = false;
        return this;
    }

    /// Shows all: a window that is back at the end.
    public Talk showNewest() {
        known = Integer.MAX_VALUE;
        until = OptionalInt.empty();
        isAtEnd = true;
        return this;
    }

    /// Messages are missing before one.
    ///
    /// @param index from 0 for the oldest
    public Talk missBefore(int index) {
        holes = List.of(new Hole(messages.get(index).key(), false));
        return this;
    }

    /// Messages are gone before one.
    public Talk loseBefore(int index) {
        holes = List.of(new Hole(messages.get(index).key(), true));
        return this;
    }

    /// Nothing is missing.
    public Talk missNothing() {
        holes = List.of();
        return this;
    }

    /// Changes how far a message has come.
    ///
    /// @param index from 0 for the oldest
    public Talk deliver(int index, Delivery delivery) {
        messages.set(index, messages.get(index).with(delivery));
        return this;
    }

    /// Says something else in place of a message.
    ///
    /// @param index from 0 for the oldest
    public Talk edit(int index, String words) {
        return edit(index, words, messages.get(index).delivery());
    }

    /// Puts other words in the message's place.
    ///
    /// @param delivery of what brought them
    public Talk edit(int index, String words, Delivery delivery) {
        var old = messages.get(index);
        messages.set(
                index,
                new Message(
                        old.key(),
                        old.chat(),
                        old.ids(),
                        old.author(),
                        old.at(),
                        old.position(),
                        old.content(),
                        old.delivery(),
                        Optional.of(new Message.Edit(words, delivery)),
                        Optional.empty()));
        return this;
    }

    /// Puts an emoji to a message.
    ///
    /// @param index from 0 for the oldest
    /// @param authors all who have put it there
    public Talk react(int index, String emoji, Author... authors) {
        reactions
                .computeIfAbsent(messages.get(index).key(), _ -> new ArrayList<>())
                .add(new Reaction(emoji, List.of(authors)));
        return this;
    }

    /// Takes back a message.
    ///
    /// @param index from 0 for the oldest
    /// @param moderation where the room does so
    public Talk retract(int index, Optional<Moderation> moderation) {
        return put(index, new Content.Retracted(moderation), Optional.empty());
    }

    /// A message of ours is to be taken back.
    ///
    /// @param delivery of what takes it back
    public Talk retracting(int index, Delivery delivery) {
        var content =
                delivery instanceof Delivery.Failed
                        ? messages.get(index).content()
                        : Content.RETRACTED;
        var by = new Message.Retracting(new MessageKey(1000 + index), delivery);
        return put(index, content, Optional.of(by));
    }

    /// A message can't be read.
    ///
    /// @param method how it is encrypted; empty where the history is damaged
    public Talk hide(int index, Optional<String> method) {
        return put(index, new Content.Unreadable(method), Optional.empty());
    }

    private Talk put(int index, Content content, Optional<Message.Retracting> retracting) {
        var old = messages.get(index);
        messages.set(
                index,
                new Message(
                        old.key(),
                        old.chat(),
                        old.ids(),
                        old.author(),
                        old.at(),
                        old.position(),
                        content,
                        old.delivery(),
                        Optional.empty(),
                        Optional.empty(),
                        retracting));
        return this;
    }

    /// The messages have ids that name no others.
    public Talk withLastingIds() {
        messages.replaceAll(
                each -> each.with(MessageIds.own("00000000-0000-4000-8000-" + each.key().row())));
        return this;
    }

    /// The room has named the messages.
    public Talk namedByTheRoom() {
        messages.replaceAll(
                each ->
                        each.with(
                                new MessageIds(
                                        each.ids().stanza(),
                                        each.ids().origin(),
                                        Optional.of("archive-" + each.key().row()))));
        return this;
    }

    /// The room has given a message its name.
    ///
    /// @param index from 0 for the oldest
    public Talk named(int index) {
        var old = messages.get(index);
        messages.set(
                index,
                old.with(
                        new MessageIds(
                                old.ids().stanza(),
                                old.ids().origin(),
                                Optional.of("archive-" + index))));
        return this;
    }

    /// Somebody in the room has seen a message.
    ///
    /// @param index from 0 for the oldest
    public Reader reader(String nick, int index) {
        var seen = messages.get(index);
        return new Reader(nick, Optional.empty(), seen.key(), seen.position(), seen.at());
    }

    /// Makes a message the answer to another.
    ///
    /// @param index from 0 for the oldest
    /// @param answered as that; none for one that isn't here
    public Talk answer(int index, OptionalInt answered) {
        var old = messages.get(index);
        var reply = new Reply("another", Optional.empty(), 0);
        messages.set(
                index,
                new Message(
                        old.key(),
                        old.chat(),
                        old.ids(),
                        old.author(),
                        old.at(),
                        old.position(),
                        new Content.Text(
                                old.words().orElseThrow(), Optional.of(reply), Optional.empty()),
                        old.delivery()));
        answered.ifPresent(at -> answers.put(old.key(), messages.get(at).key()));
        return this;
    }

    /// A message belongs to a thread, and to nothing else.
    ///
    /// @param index from 0 for the oldest
    public Talk inThread(int index, String thread) {
        var words = messages.get(index).words().orElseThrow();
        var content = new Content.Text(words, Optional.empty(), Optional.of(thread));
        return put(index, content, Optional.empty());
    }

    private Map<MessageKey, Message> answered() {
        return answers.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                each ->
                                        messages.stream()
                                                .filter(it -> it.key().equals(each.getValue()))
                                                .findFirst()
                                                .orElseThrow()));
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /// What the service would say now.
    public Timeline timeline() {
        return new Timeline(
                List.copyOf(messages.subList(hidden, until.orElse(messages.size()))),
                isAtStart,
                isAtEnd,
                false,
                firstUnread,
                holes,
                Map.copyOf(reactions),
                answered(),
                messages.stream().skip(known).filter(it -> !it.isMine()).toList());
    }

    /// What a view-model watches.
    public Live<Timeline> live() {
        tell();
        return timeline;
    }

    /// Tells the watchers what was added since.
    public void tell() {
        lane.execute(() -> timeline.set(timeline()));
    }

    private Jid occupant(String nick) {
        return JidCreate.fromOrThrowUnchecked(chat.peer() + "/" + nick);
    }

    private Talk add(Jid author, boolean isMine, String time, String text, Delivery delivery) {
        return add(author, isMine, time, new Content.Text(text), delivery);
    }

    private Talk add(Jid author, String time, Content content) {
        return add(author, false, time, content, Delivery.RECEIVED);
    }

    private Talk add(Jid author, boolean isMine, String time, Content content, Delivery delivery) {
        rows++;
        messages.add(
                new Message(
                        new MessageKey(rows),
                        chat,
                        new MessageIds("id-" + rows, Optional.empty(), Optional.empty()),
                        new Author(author, isMine ? Optional.empty() : occupantId, isMine),
                        at(time),
                        rows,
                        content,
                        delivery));
        return this;
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
