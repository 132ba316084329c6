package kith.ui.tabs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.ui.fx.ListPatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The open chats as tabs: names, presence and what waits in them; and what the user does with
/// them.
///
/// FX thread only.
public final class TabStripViewModel implements AutoCloseable {

    private final Live<OpenTabs> open;
    private final Live<List<Chat>> chats;
    private final Live<List<Contact>> contacts;
    private final TabCommands commands;
    private final ListPatch<ChatTab> patch = new ListPatch<>(ChatTab::key);
    private final ObservableList<ChatTab> tabs = FXCollections.observableArrayList();
    private final ObservableList<ChatTab> shown = FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<Optional<ChatTab>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription subscription;

    public TabStripViewModel(
            Live<OpenTabs> open,
            Live<List<Chat>> chats,
            Live<List<Contact>> contacts,
            TabCommands commands,
            Lane fx) {
        this.open = open;
        this.chats = chats;
        this.contacts = contacts;
        this.commands = commands;
        this.subscription =
                Subscription.all(
                        open.watch(fx, newest -> show()),
                        chats.watch(fx, newest -> show()),
                        contacts.watch(fx, newest -> show()));
        show(); // so that the first frame has it all
    }

    /// The tabs from the start side. Read-only.
    public ObservableList<ChatTab> tabs() {
        return shown;
    }

    /// The tab whose page is shown; none only where no tab is open.
    public ReadOnlyObjectProperty<Optional<ChatTab>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public void select(ChatKey chat) {
        commands.select().accept(chat);
    }

    /// Goes to the tab at a place counted from 0, if there is one.
    public void selectAt(int index) {
        if (index < tabs.size()) {
            select(tabs.get(index).key());
        }
    }

    /// Goes to the last tab, if there is one.
    public void selectLast() {
        if (!tabs.isEmpty()) {
            select(tabs.getLast().key());
        }
    }

    /// Goes to the tab so many places further on, round and round.
    ///
    /// @param places negative for back
    public void selectNext(int places) {
        selected.get()
                .map(tabs::indexOf)
                .ifPresent(now -> selectAt(Math.floorMod(now + places, tabs.size())));
    }

    /// Goes to the next tab in which something waits, round and round.
    ///
    /// @param direction 1 for on, -1 for back
    public void selectNextUnread(int direction) {
        int now = selected.get().map(tabs::indexOf).orElse(0);
        for (int step = 1; step <= tabs.size(); step++) {
            var tab = tabs.get(Math.floorMod(now + direction * step, tabs.size()));
            if (tab.mark() != ChatTab.Mark.NONE) {
                select(tab.key());
                return;
            }
        }
    }

    public void close(ChatKey chat) {
        commands.close().accept(chat);
    }

    public void closeSelected() {
        selected.get().map(ChatTab::key).ifPresent(commands.close());
    }

    /// Opens the tab again that was closed last.
    public void reopenClosed() {
        commands.reopenClosed().run();
    }

    /// Moves a tab to a place, counted without itself.
    public void move(ChatKey chat, int index) {
        commands.move().accept(chat, index);
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void show() {
        var newest = open.get();
        var keys = new HashSet<>(newest.order());
        var known = byKey(chats.get(), Chat::key, keys);
        var people = byKey(contacts.get(), Contact::chat, keys);
        var next =
                newest.order().stream()
                        .map(key -> tab(key, known, people, newest.selected()))
                        .toList();
        patch.apply(tabs, next);
        selected.set(next.stream().filter(ChatTab::isSelected).findFirst());
    }

    /// A tab may be there before its chat is: a contact whom nobody has written to yet.
    private static ChatTab tab(
            ChatKey key,
            Map<ChatKey, Chat> chats,
            Map<ChatKey, Contact> contacts,
            Optional<ChatKey> selected) {
        var chat = Optional.ofNullable(chats.get(key));
        var contact = Optional.ofNullable(contacts.get(key));
        var title =
                chat.map(Chat::title)
                        .or(() -> contact.map(Contact::name))
                        .orElseGet(() -> key.peer().toString());
        return new ChatTab(
                key,
                chat.map(Chat::kind).orElse(Chat.Kind.CONTACT),
                title,
                contact.filter(each -> each.subscription().seesTheirs()).map(Contact::presence),
                chat.map(TabStripViewModel::mark).orElse(ChatTab.Mark.NONE),
                selected.filter(key::equals).isPresent());
    }

    private static ChatTab.Mark mark(Chat chat) {
        if (chat.isMentioned()) {
            return ChatTab.Mark.MENTION;
        }
        return chat.unread() > 0 ? ChatTab.Mark.UNREAD : ChatTab.Mark.NONE;
    }

    private static <T> Map<ChatKey, T> byKey(
            List<T> all, Function<T, ChatKey> key, Set<ChatKey> wanted) {
        var found = new HashMap<ChatKey, T>();
        for (T each : all) {
            var itsKey = key.apply(each);
            if (wanted.contains(itsKey)) {
                found.put(itsKey, each);
            }
        }
        return found;
    }
}
