package kith.gallery;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import kith.base.Cell;
import kith.base.Live;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.MessageKey;
import kith.model.Room;
import kith.session.search.SearchState;
import kith.ui.chat.ChatPane;
import kith.ui.chat.ChatSources;
import kith.ui.chat.ChatViewModel;
import kith.ui.chat.IdleCommands;
import kith.ui.chat.PageFrame;
import kith.ui.search.FindSources;
import kith.ui.search.FindViewModel;
import kith.ui.shell.ChatFrame;
import kith.ui.shell.ChatPage;
import kith.ui.text.StyledSpan.Style;
import kith.ui.timeline.Talk;
import kith.ui.timeline.TimelineRow.Bubble;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The real page of a chat, with what was said there in the sample world.
final class SampleConversation implements ChatPage {

    private final ChatViewModel model;
    private final ChatPane pane;

    SampleConversation(SampleWorld world, ChatKey chat, Chat.Kind kind, ChatFrame frame) {
        var sources =
                new ChatSources(
                        chat,
                        kind,
                        find(world.chats, each -> each.key().equals(chat)),
                        find(world.contacts, each -> each.chat().equals(chat)),
                        talk(chat).live(),
                        find(world.rooms, (Room each) -> each.key().equals(chat)),
                        new Cell<>(world.lane, List.of()),
                        IdleCommands.timeline(),
                        IdleCommands.composer(),
                        IdleCommands.room(),
                        () -> {});
        model =
                new ChatViewModel(
                        sources,
                        world.clock,
                        ZoneOffset.UTC,
                        (delay, work) -> () -> {},
                        world.lane);
        var around =
                new PageFrame(
                        frame.narrowProperty(),
                        frame.unreadElsewhereProperty(),
                        frame::back,
                        frame.toTab());
        pane = new ChatPane(model, world.texts, world.times, around);
        pane.onForward(frame::forward);
        pane.onInvite(() -> frame.invite(chat));
        if (kind == Chat.Kind.CONTACT) {
            pane.onAddPeople(() -> frame.addPeople(chat));
        }
        pane.onOwner(() -> frame.setUp(chat), () -> frame.closeForGood(chat));
        pane.onExport((title, format) -> frame.export(chat, title, format));
        pane.onFind(
                () ->
                        new FindViewModel(
                                new FindSources(
                                        (query, skip, limit) ->
                                                SampleSearch.in(talk(chat).live().get(), query),
                                        new Cell<>(world.lane, SearchState.READY),
                                        _ -> {},
                                        ZoneOffset.UTC,
                                        world.lane)));
    }

    /// Shows the thread of the first message that belongs to one.
    void showThread() {
        var actions = model.timeline().actions();
        model.timeline().rows().stream()
                .filter(Bubble.class::isInstance)
                .map(Bubble.class::cast)
                .filter(actions::isThreadShown)
                .findFirst()
                .ifPresent(actions::showThread);
    }

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
    public void reply() {
        pane.reply();
    }

    @Override
    public void forward() {
        pane.forward();
    }

    @Override
    public void openDays() {
        pane.openDays();
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
    public void show(MessageKey message) {
        pane.show(message);
    }

    @Override
    public void close() {
        pane.close();
    }

    private static Talk talk(ChatKey chat) {
        var peer = chat.peer().toString();
        return switch (peer) {
            case "jonas@birke.example" ->
                    new Talk(peer)
                            .theirs("08:40", "Moin! Dateien über 10 MB kommen bei uns nicht an.")
                            .mine("08:51", "Your server stops at 10 MB.", Delivery.READ)
                            .theirs("09:02", "Die neue Konfiguration läuft. Danke dir! 🙏")
                            .mine(
                                    "09:03",
                                    "Great. I’m off to the studio, call me if it misbehaves",
                                    Delivery.QUEUED);
            case "misaki@sakura.example" -> longTalk(peer);
            default ->
                    new Talk(peer)
                            .theirs(
                                    "09:04",
                                    "The Arabic proof is back, and the colours are spot on 🎉")
                            .mine(
                                    "09:07",
                                    "That was quick! How is the inner margin?",
                                    Delivery.READ)
                            .theirs("09:12", "4 mm to spare on every side")
                            .mine(
                                    "09:20",
                                    "Lovely. I’ll sign it off before lunch.",
                                    Delivery.DELIVERED)
                            .unreadFromHere()
                            .theirs("09:30", "One more thing before I order:")
                            .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                            .inThread(1, "margin")
                            .inThread(2, "margin")
                            .withLastingIds();
        };
    }

    /// More than a window holds, the last two thirds of it new.
    private static Talk longTalk(String peer) {
        var talk = new Talk(peer);
        for (int i = 0; i < 60; i++) {
            if (i == 20) {
                talk.unreadFromHere();
            }
            talk.theirs("09:00", "message " + i);
        }
        return talk;
    }

    private static <T> Live<Optional<T>> find(Live<List<T>> all, Predicate<T> wanted) {
        return all.map(each -> each.stream().filter(wanted).findFirst());
    }
}
