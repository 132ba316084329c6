package kith;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.model.Room;
import kith.session.Session;
import kith.session.chat.TimelineWindow;
import kith.ui.chat.ChatPane;
import kith.ui.chat.ChatSources;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.PageFrame;
import kith.ui.composer.ChatFiles;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.DraftCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.Editing;
import kith.ui.composer.FileCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.composer.SpellingCommands;
import kith.ui.room.RoomPictureCommands;
import kith.ui.search.FindSources;
import kith.ui.search.FindViewModel;
import kith.ui.shell.ChatFrame;
import kith.ui.shell.ChatPage;
import kith.ui.shell.ChatPages;
import kith.ui.text.StyledSpan.Style;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineCommands;
import kith.ui.widget.emoji.EmojiHabits;

import org.jxmpp.jid.BareJid;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes the page of a chat out of the session's services. FX thread only.
///
/// @param chosen what is to be sent, and outlives the pages
/// @param open opens a link outside of Kith
record Pages(
        Session session,
        ChatFiles chosen,
        Texts texts,
        Times times,
        InstantSource clock,
        ZoneId zone,
        Timer timer,
        Lane fx,
        Consumer<URI> open)
        implements ChatPages {

    @Override
    public ChatPage make(ChatKey chat, Chat.Kind kind, ChatFrame frame) {
        var window = session.timelines().open(chat);
        var reader = session.attention().open(chat);
        var done = Subscription.all(reader, window::close);
        var sources = sources(chat, kind, window, done);
        var model = new ChatViewModel(sources, clock, zone, timer, fx);
        model.timeline().atEndProperty().subscribe(reader::atEnd);
        var around =
                new PageFrame(
                        frame.narrowProperty(),
                        frame.unreadElsewhereProperty(),
                        frame::back,
                        frame.toTab());
        var pane = new ChatPane(model, texts, times, around);
        var preferences = session.preferences();
        pane.setEmojiHabits(new EmojiHabits(preferences::get, preferences::set));
        pane.onForward(frame::forward);
        var pictures = session.roomServices().pictures();
        pane.onPicture(
                new RoomPictureCommands(
                        pictures.hashes().map(all -> all.containsKey(chat)),
                        png -> pictures.publish(chat, png)));
        pane.onGoThere(other -> goThere(chat, other));
        pane.onInvite(() -> frame.invite(chat));
        if (kind == Chat.Kind.CONTACT) {
            pane.onAddPeople(() -> frame.addPeople(chat));
        }
        pane.onGroup(
                group -> session.tabs().open(new ChatKey(chat.account(), group), Chat.Kind.ROOM));
        pane.onOwner(() -> frame.setUp(chat), () -> frame.closeForGood(chat));
        pane.onExport((title, format) -> frame.export(chat, title, format));
        var search = session.search();
        pane.onFind(
                () ->
                        new FindViewModel(
                                new FindSources(
                                        (query, skip, limit) ->
                                                search.searchIn(chat, query, skip, limit),
                                        search.state(),
                                        window::around,
                                        zone,
                                        fx)));
        return new Page(pane, window);
    }

    /// Enters another room under the nick that the user had in one.
    private void goThere(ChatKey from, BareJid other) {
        var rooms = session.rooms();
        var nick = rooms.room(from).get().map(Room::nick).orElse("");
        rooms.join(from.account(), other, nick, Optional.empty());
        session.tabs().open(new ChatKey(from.account(), other), Chat.Kind.ROOM);
    }

    private ChatSources sources(
            ChatKey chat, Chat.Kind kind, TimelineWindow window, Subscription done) {
        boolean isRoom = kind == Chat.Kind.ROOM;
        var chats = session.chats();
        var rooms = session.rooms();
        var room = new RoomPageCommands(session, chat);
        return new ChatSources(
                chat,
                kind,
                session.chatList().chat(chat),
                isRoom ? none() : session.roster().contact(chat),
                window.timeline(),
                isRoom ? rooms.room(chat) : none(),
                isRoom ? rooms.occupants(chat) : new Always<>(List.of()),
                rooms.saidIn()::of,
                isRoom ? session.readers().of(chat) : new Always<>(List.of()),
                isRoom
                        ? session.roomServices().notices().of(chat)
                        : session.roomServices().continuations().of(chat),
                new TimelineCommands(
                        (message, emoji) -> {
                            var _ = chats.toggleReaction(message, emoji); // shows by itself
                        },
                        message -> {
                            var _ = chats.retract(message); // shows by itself
                        },
                        window::around,
                        window::older,
                        () -> session.archive().more(chat),
                        window::newer,
                        window::toNewest,
                        window::toTime,
                        chats::retry,
                        chats::discard,
                        window::versions,
                        open),
                new ComposerCommands(
                        text -> chats.send(chat, text),
                        chats::correct,
                        edits(chat),
                        new ReplyCommands(
                                (message, text) -> chats.reply(chat, message, text),
                                message -> session.draftReplies().set(chat, message),
                                read -> session.draftReplies().get(chat, read)),
                        isTyping -> chats.setTyping(chat, isTyping),
                        draft(chat),
                        isRoom ? room.slash() : SlashCommands.PLAIN,
                        session.preferences().sendKey(),
                        spelling(chat)),
                room.commands(isRoom),
                files(chat),
                new SessionPictures(session.pictures()),
                done::close);
    }

    private FileCommands files(ChatKey chat) {
        var files = session.files();
        var account = chat.account();
        return new FileCommands(
                server(account),
                files.support(account),
                files.moving(),
                () -> files.want(account),
                files::look,
                files::keep,
                () -> chosen.of(chat),
                file -> session.chats().send(chat, file));
    }

    private String server(AccountId account) {
        return session.accounts().accounts().get().stream()
                .filter(each -> each.account().id().equals(account))
                .map(each -> each.account().address().getDomain().toString())
                .findFirst()
                .orElse("");
    }

    private EditCommands edits(ChatKey chat) {
        var edits = session.draftEdits();
        return new EditCommands(
                watcher ->
                        edits.open(
                                chat,
                                fx,
                                (message, text) ->
                                        message.words()
                                                .map(it -> new Editing(message.key(), it))
                                                .ifPresent(it -> watcher.resume(it, text)),
                                watcher::unchangeable,
                                watcher::gone),
                edit -> edits.write(chat, edit),
                () -> edits.settle(chat));
    }

    private DraftCommands draft(ChatKey chat) {
        var drafts = session.drafts();
        return new DraftCommands(
                given -> drafts.open(chat, fx, given),
                text -> drafts.write(chat, text),
                () -> drafts.settle(chat),
                text -> drafts.giveBack(chat, text));
    }

    private SpellingCommands spelling(ChatKey chat) {
        var spelling = session.spelling();
        return new SpellingCommands(
                spelling.in(chat),
                text -> spelling.misspelt(chat, text),
                word -> spelling.suggest(chat, word),
                dictionary -> spelling.choose(chat, dictionary),
                spelling::add,
                spelling::remove,
                spelling::ignore,
                spelling::lookAgain,
                spelling.folder().toString());
    }

    private static <T> Live<Optional<T>> none() {
        return new Always<>(Optional.empty());
    }

    /// A value that stays.
    private record Always<T>(T get) implements Live<T> {

        @Override
        public Subscription watch(Lane lane, Consumer<? super T> watcher) {
            lane.execute(() -> watcher.accept(get));
            return () -> {};
        }
    }

    /// The same page under the name that the shell has for it.
    private record Page(ChatPane pane, TimelineWindow window) implements ChatPage {

        @Override
        public Parent node() {
            return pane.node();
        }

        @Override
        public Pane bannerSlot() {
            return pane.bannerSlot();
        }

        @Override
        public void requestFocus() {
            pane.requestFocus();
        }

        @Override
        public List<Node> panes() {
            return pane.panes();
        }

        @Override
        public void toggleDetails() {
            pane.toggleDetails();
        }

        @Override
        public void chooseFiles() {
            pane.chooseFiles();
        }

        @Override
        public void pickEmoji() {
            pane.pickEmoji();
        }

        @Override
        public void react() {
            pane.react();
        }

        @Override
        public void retract() {
            pane.retract();
        }

        @Override
        public void editLast() {
            pane.editLast();
        }

        @Override
        public void style(Style style) {
            pane.style(style);
        }

        @Override
        public void find() {
            pane.find();
        }

        @Override
        public void openDays() {
            pane.openDays();
        }

        @Override
        public void reply() {
            pane.reply();
        }

        @Override
        public void forward() {
            pane.forward();
        }

        @Override
        public void show(MessageKey message) {
            window.around(message);
            pane.show(message);
        }

        @Override
        public void close() {
            pane.close();
        }
    }
}
