package kith.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.HistoryFormat;
import kith.model.MessageKey;
import kith.ui.chats.ChatActions;
import kith.ui.chats.ChatListViewModel;
import kith.ui.chats.ChatRow;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.keys.KeyWords;
import kith.ui.pending.PendingView;
import kith.ui.pending.PendingViewModel;
import kith.ui.search.SearchRow;
import kith.ui.tabs.ChatTab;
import kith.ui.tabs.SearchTab;
import kith.ui.tabs.TabStripViewModel;
import kith.ui.text.StyledSpan.Style;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.emoji.EmojiHabits;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The page with the lists and the chats, and the ways about in it.
final class MainPage implements ChatFrame {

    private static final String SIDEBAR_WIDTH = "window.sidebar.width";

    private final Layers layers;
    private final Consumer<Route> go;
    private final Runnable quit;
    private final ChatExport exports;
    private final KeyBindings bindings;
    private final KeyWords words;
    private final Texts texts;
    private final TabStripViewModel tabs;
    private final ChatListViewModel chats;
    private final ProfileViewModel profile;
    private final ConnectionViewModel connection;
    private final Supplier<PendingViewModel> pending;
    private final Times times;
    private final Footer footer;
    private final Sidebar sidebar;
    private final ChatArea area;
    private final MainView view;
    private final SearchDesk search;
    /// Of its own, since the first chat's page is made before there is a view to be narrow.
    /// Shows a message in a window of its chat's own, and says whether there is one.
    private BiPredicate<ChatKey, MessageKey> inWindow = (_, _) -> false;

    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper();

    private final ReadOnlyObjectWrapper<Optional<ChatTab>> inSight =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    MainPage(
            ViewModels viewModels,
            ChatPages pages,
            Layers layers,
            Consumer<Route> go,
            Runnable quit,
            ChatExport exports,
            KeyBindings bindings,
            WindowMemory memory,
            Texts texts,
            Times times) {
        this.layers = layers;
        this.go = go;
        this.quit = quit;
        this.exports = exports;
        this.bindings = bindings;
        this.words = new KeyWords(texts);
        this.texts = texts;
        this.times = times;
        tabs = viewModels.tabs();
        chats = viewModels.chats();
        profile = viewModels.profile();
        chats.actions()
                .onExport((row, format) -> exports.export(row.key(), row.chat().title(), format));
        chats.actions().onAddPeople(row -> addPeople(row.key()));
        connection = viewModels.connection();
        pending = viewModels::pending;
        footer =
                new Footer(
                        connection,
                        this::showPending,
                        () -> go.accept(new Route.Settings()),
                        keys(KeyAction.SETTINGS),
                        texts);
        sidebar = sidebar(viewModels);
        var banner =
                new ConnectionBanner(
                        connection, account -> go.accept(new Route.SignInAgain(account)), texts);
        area = new ChatArea(tabs, new PageStack(tabs, pages, this), banner, this::emptyPage, texts);
        view = new MainView(sidebar, area);
        search =
                new SearchDesk(
                        viewModels,
                        tabs,
                        area,
                        this,
                        this::showFound,
                        texts,
                        times,
                        new EmojiHabits(memory::recall, memory::keep));
        tabs.searchProperty().subscribe((before, now) -> searched(before, now));
        memory.recall(SIDEBAR_WIDTH).map(Double::valueOf).ifPresent(view::setSidebarWidth);
        view.setOnSidebarResized(width -> memory.keep(SIDEBAR_WIDTH, Double.toString(width)));
        view.narrowProperty().subscribe(narrow::set);
        narrow.subscribe(area.strip()::setBrief);
        area.strip()
                .onTearOff(
                        (tab, x, y) ->
                                tabs.openWindow(
                                        tab.key(), Optional.of(WindowBounds.torn(x, y).written())));
        tabs.selectedProperty().subscribe((before, now) -> selected(before, now));
        // As a change, and so after the page is there: what is seen is read, and the page has to
        // ask before that what is new.
        tabs.selectedProperty().subscribe(tab -> look());
        narrow.subscribe(this::look);
        view.chatShownProperty().subscribe(this::look);
        look();
    }

    MainView view() {
        return view;
    }

    /// The tab whose page the user sees.
    ReadOnlyObjectProperty<Optional<ChatTab>> inSightProperty() {
        return inSight.getReadOnlyProperty();
    }

    TabStripViewModel tabs() {
        return tabs;
    }

    void focusFilter() {
        view.chatShownProperty().set(false);
        sidebar.focusFilter();
    }

    /// Opens or closes the details of the chat that is shown, where it has some.
    void toggleDetails() {
        area.toggleDetails();
    }

    /// Does something with the chat in front, if there is one.
    void forSelected(BiConsumer<ChatActions, ChatRow> action) {
        chats.selected().ifPresent(row -> action.accept(chats.actions(), row));
    }

    /// Gives the chat in front a window of its own.
    void openWindow() {
        tabs.selectedProperty()
                .get()
                .ifPresent(tab -> tabs.openWindow(tab.key(), Optional.empty()));
    }

    /// Looks for words in all messages; for none yet, where they are empty.
    void search(String words) {
        search.search(words);
        showFront();
    }

    /// Says what shows a message that was found, and whether its chat has a window of its own.
    void onFound(BiPredicate<ChatKey, MessageKey> show) {
        inWindow = show;
    }

    private void showFound(SearchRow row) {
        var message = row.hit().message();
        if (!inWindow.test(message.chat(), message.key())) {
            showMessage(message.chat(), message.key());
        }
    }

    /// The search came to the front or went.
    private void searched(Optional<SearchTab> before, Optional<SearchTab> now) {
        boolean wasInFront = before.filter(SearchTab::isSelected).isPresent();
        if (wasInFront != now.filter(SearchTab::isSelected).isPresent()) {
            showFront();
        }
    }

    /// Opens the calendar to go to a day in the chat that is in front.
    void openDays() {
        view.chatShownProperty().set(true);
        area.openDays();
    }

    /// Takes up a message of the chat in front to be answered.
    void reply() {
        view.chatShownProperty().set(true);
        area.inChat(ChatPage::reply);
    }

    /// Forwards messages of the chat in front.
    void forward() {
        area.inChat(ChatPage::forward);
    }

    /// Has the user choose files to send in the chat that is in front.
    void chooseFiles() {
        area.inChat(ChatPage::chooseFiles);
    }

    /// Opens the emoji to write in the chat that is in front.
    void pickEmoji() {
        area.inChat(ChatPage::pickEmoji);
    }

    /// Opens the emoji to put to the message that the keyboard is at, else the last of others.
    void react() {
        area.inChat(ChatPage::react);
    }

    /// Asks whether to take back the message that the keyboard is at, else our last.
    void retract() {
        area.inChat(ChatPage::retract);
    }

    /// Takes up our last message of the chat in front to be changed.
    void editLast() {
        area.inChat(ChatPage::editLast);
    }

    /// Turns a style of the words that are written in the chat in front on or off.
    void style(Style style) {
        area.inChat(page -> page.style(style));
    }

    /// Opens the bar that finds words in the chat that is in front.
    void find() {
        area.find();
    }

    /// Takes the reader to a message of a chat that is opened.
    void showMessage(ChatKey chat, MessageKey message) {
        area.showMessage(chat, message);
        view.chatShownProperty().set(true);
        layers.focusPage(area::requestFocus);
    }

    /// Moves the focus to the next of sidebar, tabs and parts of the page, round and round.
    ///
    /// @param places negative for back
    void focusNextPane(int places) {
        new FocusRing()
                .with(sidebar, sidebar::focusList)
                .with(List.of(area.strip()))
                .with(area.panes())
                .move(places);
    }

    @Override
    public ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyIntegerProperty unreadElsewhereProperty() {
        return chats.unreadElsewhereProperty();
    }

    @Override
    public void export(ChatKey chat, String title, HistoryFormat format) {
        exports.export(chat, title, format);
    }

    @Override
    public void forward(List<String> texts) {
        go.accept(new Route.Forward(texts));
    }

    @Override
    public void go(Route route) {
        go.accept(route);
    }

    @Override
    public void back() {
        view.chatShownProperty().set(false);
        sidebar.focusList();
    }

    private Sidebar sidebar(ViewModels viewModels) {
        var row =
                new ProfileRow(
                        profile,
                        texts,
                        keys(KeyAction.NEW_CHAT),
                        this::showProfileMenu,
                        () -> go.accept(new Route.NewChat()));
        return new Sidebar(
                viewModels,
                chats,
                row,
                footer,
                this::showChat,
                () -> go.accept(new Route.JoinRoom()),
                () -> go.accept(new Route.BrowseRooms()),
                () -> go.accept(new Route.NewRoom()),
                this::keys,
                texts,
                times);
    }

    /// What to say of the keys of an action.
    private ObservableValue<String> keys(KeyAction action) {
        return words.line(bindings, action);
    }

    private EmptyPage emptyPage() {
        return new EmptyPage(
                profile,
                chats.emptyProperty(),
                () -> go.accept(new Route.NewChat()),
                () -> go.accept(new Route.JoinRoom()),
                this::keys,
                texts);
    }

    private void showProfileMenu() {
        var actions =
                new ProfileActions(
                        () -> go.accept(new Route.AddAccount()),
                        account -> connection.retryNow(),
                        this::repair,
                        this::searchFromMenu,
                        () -> go.accept(new Route.Settings()),
                        () -> go.accept(new Route.Shortcuts()),
                        quit,
                        layers::closeLayer);
        layers.showPopover(
                new ProfileMenu(profile, actions, action -> keys(action).getValue(), texts),
                sidebar.profile().menuButton(),
                () -> {});
    }

    private void searchFromMenu() {
        search("");
        layers.closeLayer();
    }

    private void showPending() {
        var model = pending.get();
        if (model.isEmpty()) {
            model.close(); // all has gone out just now
            return;
        }
        Runnable emptied =
                () -> { // and with it the button that had the focus
                    layers.focusPage(sidebar::focusList);
                    layers.closeLayer();
                };
        Runnable toChat =
                () -> { // also where it is in front already
                    showChat();
                    layers.closeLayer();
                };
        layers.showPopover(
                new PendingView(
                        model,
                        toChat,
                        invited -> go.accept(new Route.JoinRoom(invited)),
                        emptied,
                        texts,
                        times),
                footer.pendingButton(),
                model::close);
    }

    private void repair(AccountId account, ConnectionProblem problem) {
        switch (Notices.remedy(problem.kind(), account)) {
            case Notice.Remedy.SignIn signIn -> go.accept(new Route.SignInAgain(account));
            case Notice.Remedy.TryAgain again -> connection.tryAgain(again);
            case Notice.Remedy.RetryNow retry -> connection.retryNow();
            case Notice.Remedy.None none -> {}
        }
    }

    /// Another chat came to the front because the user wanted it there; their next key is for it.
    private void selected(Optional<ChatTab> before, Optional<ChatTab> now) {
        if (!now.map(ChatTab::key).equals(before.map(ChatTab::key))) {
            showFront();
        }
    }

    /// Shows the chat of the selected tab, and goes on there.
    void showChat() {
        tabs.leaveSearch();
        showFront();
    }

    private void showFront() {
        view.chatShownProperty()
                .set(tabs.isSearching() || tabs.selectedProperty().get().isPresent());
        layers.focusPage(area::requestFocus);
    }

    private void look() {
        inSight.set(tabs.selectedProperty().get().filter(tab -> view.isChatVisible()));
    }
}
