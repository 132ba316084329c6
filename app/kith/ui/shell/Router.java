package kith.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

import kith.model.ChatKey;
import kith.ui.invite.AddPeopleView;
import kith.ui.invite.InviteView;
import kith.ui.join.BrowseRoomsView;
import kith.ui.join.JoinRoomView;
import kith.ui.join.NewChatView;
import kith.ui.keys.KeyAction;
import kith.ui.keys.KeyBindings;
import kith.ui.newroom.NewRoomView;
import kith.ui.roomsettings.CloseRoomView;
import kith.ui.roomsettings.RoomSettingsView;
import kith.ui.settings.Looks;
import kith.ui.settings.SettingsView;
import kith.ui.shortcuts.ShortcutsView;
import kith.ui.signin.SignInView;
import kith.ui.signin.SignInViewModel;
import kith.ui.switcher.SwitcherView;
import kith.ui.text.Texts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes the user from one place of the program to another: a page, or a dialog over the main one.
///
/// What a place needed is closed when the user leaves it.
final class Router {

    private final Layers layers;
    private final Supplier<? extends Parent> main;
    private final Runnable showChat;
    private final Supplier<KeyBindings> bindings;
    private final Consumer<String> search;
    private final Consumer<Forwarding> told;
    private final Looks looks;
    private final ViewModels viewModels;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Route> route =
            new ReadOnlyObjectWrapper<>(new Route.Starting());
    private Runnable leave = () -> {};

    /// @param main the main page, made when it is first asked for
    /// @param showChat shows the chat that is open already
    /// @param search looks for words in all messages, on the main page
    /// @param told says in which chats something was said from elsewhere
    Router(
            Layers layers,
            Supplier<? extends Parent> main,
            Runnable showChat,
            Consumer<String> search,
            Consumer<Forwarding> told,
            Supplier<KeyBindings> bindings,
            Looks looks,
            ViewModels viewModels,
            Texts texts) {
        this.layers = layers;
        this.main = main;
        this.showChat = showChat;
        this.search = search;
        this.told = told;
        this.bindings = bindings;
        this.looks = looks;
        this.viewModels = viewModels;
        this.texts = texts;
        layers.showPage(startingPage());
    }

    /// Where the user is.
    ReadOnlyObjectProperty<Route> routeProperty() {
        return route.getReadOnlyProperty();
    }

    /// Goes there. What was in front is left.
    void go(Route next) {
        if (next instanceof Route.Shortcuts && route.get() instanceof Route.Settings) {
            showShortcutsOverSettings();
            return;
        }
        var left = leave;
        leave = () -> {};
        left.run();
        route.set(next);
        switch (next) {
            case Route.Starting starting -> layers.showPage(startingPage());
            case Route.Main there -> showMain();
            case Route.Welcome welcome -> {
                var model = viewModels.signIn();
                show(model, SignInPage.welcome(new SignInView(model, texts), texts));
            }
            case Route.AddAccount add -> showPlain(viewModels.signIn());
            case Route.SignInAgain again -> showPlain(viewModels.signInAgain(again.account()));
            case Route.Switcher switcher -> showSwitcher();
            case Route.Forward(var texts) -> showForward(texts);
            case Route.Settings settings -> showSettings();
            case Route.Shortcuts shortcuts -> showShortcuts();
            case Route.NewChat chat -> showNewChat();
            case Route.JoinRoom(var room, var password) -> showJoinRoom(room, password);
            case Route.BrowseRooms rooms -> showBrowseRooms();
            case Route.NewRoom room -> showNewRoom();
            case Route.Invite(var room) -> showInvite(room);
            case Route.AddPeople(var chat) -> showAddPeople(chat);
            case Route.RoomSettings(var room) -> showRoomSettings(room);
            case Route.CloseRoom(var room) -> showCloseRoom(room);
        }
    }

    private void showMain() {
        var page = main.get();
        if (layers.showPage(page)) {
            page.requestFocus();
        }
    }

    private void goBack() {
        go(new Route.Main());
    }

    private void showPlain(SignInViewModel model) {
        show(model, SignInPage.plain(new SignInView(model, texts), this::goBack, texts));
    }

    private void show(SignInViewModel model, SignInPage page) {
        leave = model::close;
        layers.showPage(page);
        page.applyCss(); // what is in a scroll pane can't have the focus before
        page.requestFocus();
        model.phaseProperty()
                .subscribe(
                        phase -> {
                            if (phase instanceof SignInViewModel.Phase.Done) {
                                goBack();
                            }
                        });
    }

    private void showSwitcher() {
        var model = viewModels.switcher();
        leave = model::close;
        var view =
                new SwitcherView(
                        model,
                        bindings.get(),
                        showChat,
                        search,
                        this::act,
                        layers::closeLayer,
                        texts);
        layers.showPalette(view, this::goBack);
    }

    private void showForward(List<String> forwarded) {
        var model = viewModels.forward(forwarded, told);
        leave = model::close;
        var view = SwitcherView.choosing(model, forwarded, layers::closeLayer, texts);
        layers.showPalette(view, this::goBack);
    }

    /// What the switcher has to offer beside chats.
    private void act(KeyAction action) {
        switch (action) {
            case NEW_CHAT -> go(new Route.NewChat());
            case JOIN_ROOM -> go(new Route.JoinRoom());
            case NEW_ROOM -> go(new Route.NewRoom());
            case SETTINGS -> go(new Route.Settings());
            case SHORTCUTS -> go(new Route.Shortcuts());
            default -> throw new IllegalArgumentException(action.name());
        }
    }

    private void showSettings() {
        var model = viewModels.settings(looks);
        leave = model::close;
        var view = new SettingsView(model, this::goBack, this::showShortcutsOverSettings, texts);
        layers.showPage(view);
        view.applyCss(); // what is in a scroll pane can't have the focus before
        view.requestFocus();
    }

    /// The user stays among the settings.
    private void showShortcutsOverSettings() {
        var model = viewModels.shortcuts(bindings.get());
        layers.showDialog(new ShortcutsView(model, layers::closeLayer, texts), model::close);
    }

    private void showShortcuts() {
        var model = viewModels.shortcuts(bindings.get());
        leave = model::close;
        showDialog(new ShortcutsView(model, layers::closeLayer, texts));
    }

    private void showNewChat() {
        var model = viewModels.newChat();
        leave = model::close;
        showDialog(new NewChatView(model, layers::closeLayer, texts));
    }

    private void showJoinRoom(Optional<ChatKey> found, Optional<String> password) {
        var model = viewModels.roomDialogs().joinRoom();
        found.ifPresent(model::with);
        password.ifPresent(model.passwordProperty()::set);
        leave = model::close;
        showDialog(new JoinRoomView(model, layers::closeLayer, texts));
    }

    private void showBrowseRooms() {
        var model = viewModels.roomDialogs().browseRooms();
        leave = model::close;
        showDialog(
                new BrowseRoomsView(
                        model, room -> go(new Route.JoinRoom(room)), layers::closeLayer, texts));
    }

    private void showNewRoom() {
        var model = viewModels.roomDialogs().newRoom();
        leave = model::close;
        showDialog(new NewRoomView(model, layers::closeLayer, texts));
    }

    private void showInvite(ChatKey room) {
        showDialog(
                new InviteView(viewModels.roomDialogs().invite(room), layers::closeLayer, texts));
    }

    private void showAddPeople(ChatKey chat) {
        var model = viewModels.roomDialogs().addPeople(chat);
        leave = model::close;
        showDialog(new AddPeopleView(model, layers::closeLayer, texts));
    }

    private void showRoomSettings(ChatKey room) {
        var model = viewModels.roomDialogs().roomSettings(room);
        showDialog(new RoomSettingsView(model, layers::closeLayer, texts));
    }

    private void showCloseRoom(ChatKey room) {
        var model = viewModels.roomDialogs().closeRoom(room);
        showDialog(new CloseRoomView(model, layers::closeLayer, texts));
    }

    private void showDialog(Region dialog) {
        layers.showDialog(dialog, this::goBack);
    }

    /// What stands for the moment until it is known whether there is an account.
    private static Region startingPage() {
        var page = new Region();
        page.getStyleClass().add("page");
        return page;
    }
}
