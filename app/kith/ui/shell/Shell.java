package kith.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

import kith.base.Lane;
import kith.base.Timer;
import kith.model.ChatKey;
import kith.ui.fx.Appearance;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyStroke;
import kith.ui.settings.Looks;
import kith.ui.tabs.ChatTab;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.AvatarPictures;
import kith.ui.widget.CaretRest;
import kith.ui.widget.PersonPictures;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The window.
///
/// It is shown as early as can be, and [#enter] says when the store has been read: until then it is
/// not known whether there is an account, and so neither what to show. FX thread only.
public final class Shell {

    /// Whose styles the window needs; a page that is rare brings its own.
    static final String[] SCREENS = {"shell", "chat", "timeline", "composer", "room"};

    private static final String BOUNDS = "window.bounds";
    private static final String SHORTCUTS = "window.shortcuts";

    /// Of the content, until the window has its bounds.
    private static final double WIDTH = 1200;

    private static final double HEIGHT = 780;
    private static final double LEAST = 480;

    private final Stage stage;
    private final ViewModels viewModels;
    private final ChatPages pages;
    private final WindowMemory memory;
    private final Texts texts;
    private final Times times;
    private final Runnable quit;
    private final Layers layers = new Layers();
    private final Router router;
    private final Appearance appearance;
    private final Activity activity;
    private final TextSize textSize;
    private final RememberedLooks remembered;
    private Optional<MainPage> main = Optional.empty();
    private Optional<ChatWindows> windows = Optional.empty();
    private Optional<Shortcuts> shortcuts = Optional.empty();
    private Optional<KeyBindings> keys = Optional.empty();
    private final Exporting exporting;
    private final AvatarPictures pictures;
    private final PersonPictures people;
    private Optional<NewsViewModel> news = Optional.empty();

    /// Where to go once it is known that there is an account.
    private Optional<Route> wanted = Optional.empty();

    /// @param timer wakes the window when nobody has used it for long
    /// @param fx the FX lane
    /// @param quit ends the program; closing the window asks for the same
    public Shell(
            Stage stage,
            ViewModels viewModels,
            ChatPages pages,
            Appearance appearance,
            WindowMemory memory,
            Texts texts,
            Times times,
            Timer timer,
            Lane fx,
            Runnable quit) {
        this.stage = stage;
        this.viewModels = viewModels;
        this.pages = pages;
        this.memory = memory;
        this.appearance = appearance;
        this.texts = texts;
        this.times = times;
        this.quit = quit;
        this.exporting = new Exporting(viewModels, texts, fx);
        var looks = Looks.of(appearance);
        this.remembered = new RememberedLooks(looks, memory);
        this.router =
                new Router(
                        layers,
                        this::mainView,
                        this::showChat,
                        this::search,
                        this::forwarded,
                        this::bindings,
                        looks,
                        viewModels,
                        texts);
        this.textSize = new TextSize(appearance);
        this.pictures = new AvatarPictures(viewModels::picture, fx);
        this.people = new PersonPictures(new PeoplesPictures(viewModels), fx);
        viewModels.pictureHashes().watch(fx, pictures::set);
        var scene = new Scene(layers, WIDTH, HEIGHT);
        pictures.provide(scene);
        people.provide(scene);
        appearance.dress(scene, SCREENS);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        CaretRest.in(scene);
        stage.setScene(scene);
        stage.setTitle(texts.say("shell.title"));
        stage.setMinWidth(LEAST);
        stage.setMinHeight(LEAST);
        stage.setOnCloseRequest(event -> end());
        stage.focusedProperty().subscribe(this::lookAgain);
        activity = new Activity(stage, viewModels::active, System::nanoTime, timer, fx);
        memory.recall(BOUNDS)
                .flatMap(WindowBounds::read)
                .orElseGet(() -> WindowBounds.usual(Screen.getPrimary().getVisualBounds()))
                .apply(stage);
    }

    /// Shows the window.
    public void show() {
        stage.show();
        showIcon();
    }

    /// Goes to the main page, or to signing in where there is no account. To be called once, when
    /// it is known.
    public void enter() {
        remembered.recall();
        viewModels.profile().accountsProperty().subscribe(this::accountsChanged);
        new FaultToast(viewModels.faults(), layers, texts);
    }

    /// Without an account there is nothing to do but to sign in.
    private void accountsChanged(List<OwnAccount> accounts) {
        var here = router.routeProperty().get();
        if (accounts.isEmpty()) {
            router.go(new Route.Welcome());
        } else if (here instanceof Route.Starting) {
            router.go(new Route.Main());
            wanted.ifPresent(router::go);
            wanted = Optional.empty();
        }
    }

    private Parent mainView() {
        return main.orElseGet(this::makeMain).view();
    }

    private void showChat() {
        main.ifPresent(MainPage::showChat);
    }

    /// Read when they are first needed: before [#enter] it is not known what the user has changed.
    private KeyBindings bindings() {
        var read =
                keys.orElseGet(
                        () ->
                                new KeyBindings(
                                        memory.recall(SHORTCUTS),
                                        changed -> memory.keep(SHORTCUTS, changed)));
        keys = Optional.of(read);
        return read;
    }

    private void forwarded(Forwarding what) {
        var told = new ForwardedNews(viewModels::open, texts).of(what);
        news.ifPresent(it -> told.forEach(it::tell));
    }

    /// Says what asks where a file is to be; else the operating system does.
    public void setSaveDialog(SaveDialog dialog) {
        exporting.setDialog(dialog);
    }

    /// Asks whether to enter a room, as soon as there is where to ask.
    public void askToJoin(ChatKey room, Optional<String> password) {
        var route = new Route.JoinRoom(Optional.of(room), password);
        if (router.routeProperty().get() instanceof Route.Starting) {
            wanted = Optional.of(route);
        } else {
            goFromAside(route);
        }
    }

    private void forward(List<String> words) {
        goFromAside(new Route.Forward(words));
    }

    /// Goes there in the main window, from another one.
    private void goFromAside(Route route) {
        stage.toFront();
        stage.requestFocus();
        if (isAtMain()) {
            router.go(route);
        }
    }

    private void search(String words) {
        main.ifPresent(page -> page.search(words));
    }

    private MainPage makeMain() {
        var told = viewModels.news();
        news = Optional.of(told);
        var made =
                new MainPage(
                        viewModels,
                        pages,
                        layers,
                        router::go,
                        this::end,
                        exporting.in(stage, () -> told),
                        bindings(),
                        memory,
                        texts,
                        times);
        main = Optional.of(made);
        var keys = new Shortcuts(bindings(), made, textSize, router::go, this::end);
        shortcuts = Optional.of(keys);
        var closed = viewModels.closedTab();
        made.tabs().onClosed(closed::closed);
        new ClosedTabToast(closed, layers, texts);
        new NewsToasts(told, layers, texts);
        openWindows(keys, told);
        made.inSightProperty().subscribe(tab -> lookAgain());
        router.routeProperty().subscribe(route -> lookAgain());
        made.tabs().selectedProperty().subscribe(this::showTitle);
        made.onFound(
                (chat, message) ->
                        windows.filter(all -> all.showMessage(chat, message)).isPresent());
        return made;
    }

    /// @param told in this window: where something goes on whose own window is closed
    private void openWindows(Shortcuts shortcuts, NewsViewModel told) {
        BiConsumer<KeyAction, KeyStroke> here =
                (action, stroke) -> pressedElsewhere(shortcuts, action, stroke);
        var model = viewModels.chatWindows();
        var made =
                new ChatWindows(
                        model,
                        stage,
                        row ->
                                new ChatStage(
                                        row,
                                        model,
                                        pages,
                                        appearance,
                                        bindings(),
                                        here,
                                        this::forward,
                                        this::goFromAside,
                                        pictures,
                                        people,
                                        viewModels.news(),
                                        (own, its) ->
                                                exporting.in(
                                                        own, () -> own.isShowing() ? its : told),
                                        texts),
                        activity::alsoIn);
        windows = Optional.of(made);
        made.focusedProperty().subscribe(this::lookAgain);
    }

    private void pressed(KeyEvent event) {
        if (isAtMain()) {
            shortcuts.ifPresent(all -> all.pressed(event));
        } else if (isAtSettings()) {
            shortcuts.ifPresent(all -> all.pressedAside(event));
        }
    }

    /// A key of a chat's own window, which stays in front where there is nothing to see in this
    /// one.
    private void pressedElsewhere(Shortcuts shortcuts, KeyAction action, KeyStroke stroke) {
        if (!Shortcuts.SEEN_EVERYWHERE.contains(action)) {
            stage.toFront();
            stage.requestFocus();
        }
        boolean isAside = isAtSettings() && Shortcuts.ASIDE.contains(action);
        if (action == KeyAction.QUIT || isAtMain() || isAside) {
            shortcuts.run(action, stroke);
        }
    }

    private boolean isAtSettings() {
        return !layers.isCovered() && router.routeProperty().get() instanceof Route.Settings;
    }

    private boolean isAtMain() {
        return !layers.isCovered() && router.routeProperty().get() instanceof Route.Main;
    }

    /// The sizes that window lists and switchers take. They are read beside, and each is there when
    /// it has been read: the first frame doesn't wait for them.
    private void showIcon() {
        for (var file : List.of("kith-16.png", "kith-32.png", "kith-48.png", "kith-128.png")) {
            var url = Shell.class.getResource("/kith/icon/" + file);
            var icon = new Image(Objects.requireNonNull(url, file).toExternalForm(), true);
            icon.progressProperty()
                    .subscribe(
                            progress -> {
                                if (progress.doubleValue() == 1) {
                                    stage.getIcons().add(icon);
                                }
                            });
        }
    }

    private void showTitle(Optional<ChatTab> tab) {
        stage.setTitle(
                tab.map(ChatTab::title)
                        .map(title -> texts.say("shell.title.chat", title))
                        .orElseGet(() -> texts.say("shell.title")));
    }

    /// What comes into a chat that the user sees is read, once its page shows the newest.
    private void lookAgain() {
        var seen =
                main.map(MainPage::inSightProperty)
                        .map(ObservableValue::getValue)
                        .flatMap(tab -> tab)
                        .filter(tab -> stage.isFocused() && isMainShown())
                        .map(ChatTab::key)
                        .or(() -> windows.flatMap(all -> all.focusedProperty().get()));
        viewModels.watching(seen);
    }

    /// Also under a dialog, but not behind another page.
    private boolean isMainShown() {
        return switch (router.routeProperty().get()) {
            case Route.Main _, Route.Switcher _, Route.Shortcuts _ -> true;
            case Route.NewChat _, Route.JoinRoom _, Route.BrowseRooms _, Route.Forward _ -> true;
            case Route.NewRoom _, Route.RoomSettings _, Route.CloseRoom _ -> true;
            case Route.Invite _, Route.AddPeople _ -> true;
            case Route.Starting _, Route.Welcome _, Route.AddAccount _ -> false;
            case Route.SignInAgain _, Route.Settings _ -> false;
        };
    }

    private void end() {
        memory.keep(BOUNDS, bounds().written());
        windows.ifPresent(ChatWindows::keepBounds);
        quit.run();
    }

    /// A maximized window has the size of the screen; the one to go back to is what it had before.
    private WindowBounds bounds() {
        var now =
                new WindowBounds(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        if (!stage.isMaximized()) {
            return now;
        }
        return memory.recall(BOUNDS).flatMap(WindowBounds::read).orElse(now).maximized();
    }
}
