package kith.ui.shell;

import kith.base.Live;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.HistoryFormat;
import kith.session.export.Export;
import kith.ui.chats.ChatListViewModel;
import kith.ui.chats.RoomListViewModel;
import kith.ui.contacts.ContactsViewModel;
import kith.ui.join.NewChatViewModel;
import kith.ui.keys.KeyBindings;
import kith.ui.pending.PendingViewModel;
import kith.ui.search.SearchViewModel;
import kith.ui.settings.Looks;
import kith.ui.settings.SettingsViewModel;
import kith.ui.shortcuts.ShortcutsViewModel;
import kith.ui.signin.SignInViewModel;
import kith.ui.switcher.SwitcherViewModel;
import kith.ui.tabs.ChatWindowsViewModel;
import kith.ui.tabs.ClosedTabViewModel;
import kith.ui.tabs.TabStripViewModel;
import kith.ui.widget.PersonPicture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes the view-models of the window, each when its screen is first shown.
///
/// Each call makes a new one, which is its caller's to close. FX thread only.
public interface ViewModels {

    ProfileViewModel profile();

    ConnectionViewModel connection();

    PendingViewModel pending();

    FaultViewModel faults();

    TabStripViewModel tabs();

    /// The tab that was closed just now.
    ClosedTabViewModel closedTab();

    /// The windows that chats have of their own.
    ChatWindowsViewModel chatWindows();

    ChatListViewModel chats();

    ContactsViewModel contacts();

    RoomListViewModel rooms();

    /// Which rooms have a picture: its hash by the room's address.
    Live<Map<String, String>> pictureHashes();

    /// A picture by its hash.
    ///
    /// @param draw makes something of its file, on a thread where that may take time
    <T> CompletionStage<Optional<T>> picture(String hash, Function<byte[], T> draw);

    /// The picture that somebody in a room announces.
    ///
    /// @param draw makes something of the file where that may take time
    /// @return completes with nothing where it can't be had
    <T> CompletionStage<Optional<T>> personPicture(PersonPicture picture, Function<byte[], T> draw);

    /// Nobody sees that any more.
    void outOfSight(PersonPicture picture);

    /// Signing in to an account that isn't here yet.
    SignInViewModel signIn();

    /// Signing in again to one that is.
    SignInViewModel signInAgain(AccountId account);

    SwitcherViewModel switcher();

    /// Choosing in which chats words of another are to be said, too.
    ///
    /// @param texts each a message
    /// @param forwarded is told what came of it
    SwitcherViewModel forward(List<String> texts, Consumer<Forwarding> forwarded);

    /// What is told in a corner of the window.
    NewsViewModel news();

    /// Begins to write a chat to a file.
    Export export(ChatKey chat, HistoryFormat format, Path file);

    /// Shows a file where it is, with the program that the system has for that.
    void showInFolder(Path file);

    /// Opens the tab of a chat, or goes to it.
    void open(ChatKey chat, Chat.Kind kind);

    SettingsViewModel settings(Looks looks);

    /// The keys of all actions, which can be changed.
    ShortcutsViewModel shortcuts(KeyBindings bindings);

    NewChatViewModel newChat();

    /// Those of the dialogs about rooms.
    RoomDialogs roomDialogs();

    SearchViewModel search();

    /// A part of a chat in which a message that was found is shown.
    FoundTimeline around(ChatKey chat, Chat.Kind kind);

    /// Says which chat the user sees in a focused window: what is in sight there is read.
    void watching(Optional<ChatKey> chat);

    /// Says whether somebody is at the window.
    void active(boolean isActive);
}
