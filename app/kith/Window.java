package kith;

import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;

import kith.base.Lane;
import kith.desktop.SessionBus;
import kith.desktop.notify.BusNotices;
import kith.session.Session;
import kith.session.notify.Notices;
import kith.session.notify.Subject;
import kith.ui.composer.ChatFiles;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxLane;
import kith.ui.notify.NoticeWords;
import kith.ui.shell.SessionServices;
import kith.ui.shell.SessionViewModels;
import kith.ui.shell.Shell;
import kith.ui.shell.WindowMemory;
import kith.ui.text.Texts;
import kith.ui.text.Times;

import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Builds the window on a session, by hand as [Wiring] does, and shows it.
///
/// The toolkit starts while the store opens; whoever is first waits for the other.
public final class Window {

    /// What comes to the front when another start asks for it; there once it has been shown.
    private static final CompletableFuture<Window> SHOWN = new CompletableFuture<>();

    private final CompletableFuture<Wiring> opening;
    private final boolean isHidden;
    private final Optional<String> uri;
    private Optional<Stage> stage = Optional.empty();
    private Optional<ChatLinks> links = Optional.empty();

    private Window(CompletableFuture<Wiring> opening, boolean isHidden, Optional<String> uri) {
        this.opening = opening;
        this.isHidden = isHidden;
        this.uri = uri;
    }

    /// Shows the window and returns when it has been closed. Once in a process.
    ///
    /// @param opening the session, which is being opened meanwhile; where that fails no window
    ///   comes, and this returns
    /// @param isHidden whether it waits until another start of Kith asks for it
    /// @param uri an `xmpp:` address to open in it
    /// @throws UnsupportedOperationException where there is no display
    static void show(CompletableFuture<Wiring> opening, boolean isHidden, Optional<String> uri) {
        im.kith.Kith.launch(new Window(opening, isHidden, uri)::start);
    }

    /// Closes the window, if there is one. Any thread.
    static void close() {
        var _ = SHOWN.thenRun(Platform::exit);
    }

    /// Brings the window to the front, and opens the chat with an `xmpp:` address in it. Any
    /// thread.
    static void bringToFront(Optional<String> uri) {
        var _ = SHOWN.thenAccept(window -> Platform.runLater(() -> window.front(uri)));
    }

    private void start(Stage primary, HostServices host) {
        var appearance = new Appearance();
        var texts = Texts.of(Locale.getDefault());
        Wiring wiring;
        try {
            wiring = opening.join();
        } catch (CompletionException unopened) {
            Platform.exit(); // whoever waits for the window says why there is none
            return;
        }
        stage = Optional.of(primary);
        Consumer<URI> openLink = link -> host.showDocument(link.toString());
        var chats = new ChatLinks(wiring.session());
        links = Optional.of(chats);
        var shell = shell(primary, wiring, appearance, texts, chats, openLink, Platform::exit);
        if (isHidden) {
            Platform.setImplicitExit(false);
        } else {
            shell.show();
        }
        uri.ifPresent(this::openAddress);
        SessionBus.find(System.getenv())
                .ifPresent(bus -> wiring.session().notifier().begin(notices(bus, wiring, texts)));
        SHOWN.complete(this);
    }

    private Notices notices(SessionBus bus, Wiring wiring, Texts texts) {
        return new BusNotices(
                bus,
                texts.say("notice.open"),
                new NoticeWords(texts),
                subject -> Platform.runLater(() -> openSubject(wiring.session(), subject)),
                wiring.session().notifier()::gone,
                wiring.lanes().io());
    }

    /// What a notice was about, which was clicked; invitations are in sight wherever the window is.
    private void openSubject(Session session, Subject subject) {
        front(Optional.empty());
        if (subject instanceof Subject.OfChat(var chat, var kind)) {
            session.tabs().open(chat, kind);
        }
    }

    private void front(Optional<String> address) {
        Platform.setImplicitExit(true);
        stage.ifPresent(
                it -> {
                    it.show();
                    it.setIconified(false);
                    it.toFront();
                    it.requestFocus();
                });
        address.ifPresent(this::openAddress);
    }

    private void openAddress(String uri) {
        links.ifPresent(it -> it.open(uri));
    }

    /// Opens a link: that of a chat here, all others outside.
    private static void openLink(ChatLinks chats, URI link, Consumer<URI> outside) {
        if (link.getScheme().equalsIgnoreCase("xmpp")) {
            chats.open(link.toString());
        } else {
            outside.accept(link);
        }
    }

    /// Builds the window's content. FX thread only.
    ///
    /// @param links opens those of chats
    /// @param openOutside opens a link outside of Kith
    /// @param quit ends the program
    static Shell shell(
            Stage stage,
            Wiring wiring,
            Appearance appearance,
            Texts texts,
            ChatLinks links,
            Consumer<URI> openOutside,
            Runnable quit) {
        var session = wiring.session();
        Consumer<URI> openLink = link -> openLink(links, link, openOutside);
        var fx = new FxLane(session.faults());
        var clock = InstantSource.system();
        var zone = ZoneId.systemDefault();
        var times = new Times(clock, zone, texts);
        var viewModels =
                new SessionViewModels(
                        new SessionServices(
                                session.accounts(),
                                session.signIns(),
                                session.presence(),
                                session.activity(),
                                session.roster(),
                                session.rooms(),
                                session.roomServices(),
                                session.archive(),
                                session.older(),
                                session.search(),
                                session.chatList(),
                                session.chats(),
                                session.drafts(),
                                session.flags(),
                                session.pending(),
                                session.tabs(),
                                session.timelines(),
                                session.attention(),
                                session.preferences(),
                                session.exports(),
                                session.faults()),
                        texts,
                        times,
                        clock,
                        zone,
                        wiring.lanes(),
                        fx,
                        openLink);
        var pages =
                new Pages(
                        session,
                        chosenFiles(session, fx),
                        texts,
                        times,
                        clock,
                        zone,
                        wiring.lanes(),
                        fx,
                        openLink);
        var preferences = session.preferences();
        var shell =
                new Shell(
                        stage,
                        viewModels,
                        pages,
                        appearance,
                        new WindowMemory(preferences::get, preferences::set),
                        texts,
                        times,
                        wiring.lanes(),
                        fx,
                        quit);
        links.onJoin(shell::askToJoin);
        wiring.lanes().core().execute(() -> fx.execute(shell::enter)); // after the store was read
        session.search().openSoon();
        return shell;
    }

    /// Those of an account go with it.
    private static ChatFiles chosenFiles(Session session, Lane fx) {
        var chosen = new ChatFiles(session.files()::release);
        session.accounts()
                .accounts()
                .watch(
                        fx,
                        all ->
                                chosen.retain(
                                        all.stream()
                                                .map(each -> each.account().id())
                                                .collect(Collectors.toSet())));
        return chosen;
    }
}
