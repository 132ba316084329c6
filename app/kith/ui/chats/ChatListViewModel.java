package kith.ui.chats;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Alerts;
import kith.model.Chat;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Presence;
import kith.model.Room;
import kith.ui.fx.ListPatch;
import kith.ui.text.NameFilter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The chats, the pinned before the others and those by their newest message, narrowed by what the
/// user types; or those that are archived.
///
/// FX thread only.
public final class ChatListViewModel implements AutoCloseable {

    /// How long the order may be kept under the pointer.
    private static final Duration HELD = Duration.ofSeconds(2);

    private final ChatListSources sources;
    private final ChatOpening opening;
    private final Timer timer;
    private final Lane fx;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unreadElsewhere = new ReadOnlyIntegerWrapper();
    private final ListPatch<ChatItem> patch = new ListPatch<>(ChatItem::key);
    private final ObservableList<ChatItem> items = FXCollections.observableArrayList();
    private final ObservableList<ChatItem> shown = FXCollections.unmodifiableObservableList(items);
    private final ChatActions actions;
    private final Subscription subscription;
    private Map<ChatKey, String> nicks = Map.of();
    private boolean isArchiveOpen;
    private boolean isHeld;
    private Optional<Subscription> release = Optional.empty();

    public ChatListViewModel(
            ChatListSources sources,
            ChatOpening opening,
            ChatCommands commands,
            Timer timer,
            Lane fx) {
        this.sources = sources;
        this.opening = opening;
        this.timer = timer;
        this.fx = fx;
        this.actions = new ChatActions(commands, this::rows);
        this.nicks = nicks(sources.rooms().get());
        this.subscription =
                Subscription.all(
                        sources.chats().watch(fx, newest -> show()),
                        sources.contacts().watch(fx, newest -> show()),
                        sources.tabs().watch(fx, newest -> show()),
                        sources.drafts().watch(fx, newest -> show()),
                        sources.rooms().watch(fx, this::showNicks),
                        sources.flags().watch(fx, newest -> release()),
                        sources.channels().watch(fx, newest -> show()),
                        sources.asked().watch(fx, newest -> show()));
        filter.subscribe(typed -> show()); // and once now, so that the first frame has it all
    }

    /// What stands in the list. Read-only.
    public ObservableList<ChatItem> items() {
        return shown;
    }

    /// The chats among it, as they are now.
    public List<ChatRow> rows() {
        return items.stream().filter(ChatRow.class::isInstance).map(ChatRow.class::cast).toList();
    }

    /// What can be done with a chat beside opening it.
    public ChatActions actions() {
        return actions;
    }

    /// The chat of the selected tab, whether it is in the list or not.
    public Optional<ChatRow> selected() {
        return sources.tabs().get().selected().flatMap(this::row);
    }

    /// A chat as it would stand in the list.
    public Optional<ChatRow> row(ChatKey key) {
        return sources.chats().get().stream()
                .filter(chat -> chat.key().equals(key))
                .findFirst()
                .map(chat -> row(chat, Optional.empty(), false));
    }

    /// What the user typed to narrow the list.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether there is no chat at all, whatever the filter.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// How many unread messages there are of which the user is told, in all chats that are not
    /// archived.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// How many of them there are in chats other than the selected one.
    public ReadOnlyIntegerProperty unreadElsewhereProperty() {
        return unreadElsewhere.getReadOnlyProperty();
    }

    /// Keeps the rows in the order they are in while the pointer is among them, but no longer than
    /// two seconds, so that none moves away under a click. What the user chooses for a chat shows
    /// at once.
    public void hold(boolean isPointerInside) {
        isHeld = isPointerInside;
        if (!isHeld) {
            release();
        }
    }

    public void open(ChatRow row) {
        opening.open(row.key(), row.chat().kind());
    }

    public void openInBackground(ChatRow row) {
        opening.openInBackground(row.key(), row.chat().kind());
    }

    /// Goes to the archived chats, or back from them.
    public void toggleArchive() {
        isArchiveOpen = !isArchiveOpen;
        release();
    }

    /// Opens the first chat, as Enter in the filter does.
    public void openFirst() {
        rows().stream().findFirst().ifPresent(this::open);
    }

    @Override
    public void close() {
        subscription.close();
        release.ifPresent(Subscription::close);
    }

    private void show() {
        var all = sources.chats().get();
        empty.set(all.isEmpty());
        count(all);
        var next = wanted(all);
        patch.apply(items, isHeld ? inPresentOrder(next) : next);
        if (isHeld && release.isEmpty() && !items.equals(next)) {
            release = Optional.of(timer.after(HELD, () -> fx.execute(this::release)));
        }
    }

    private void count(List<Chat> all) {
        var selected = sources.tabs().get().selected();
        Predicate<Chat> isElsewhere = chat -> selected.filter(chat.key()::equals).isEmpty();
        unread.set(unread(all, any -> true));
        unreadElsewhere.set(unread(all, isElsewhere));
    }

    private int unread(List<Chat> all, Predicate<Chat> isCounted) {
        return all.stream()
                .filter(isCounted)
                .filter(chat -> !flags(chat).isArchived())
                .mapToInt(chat -> flags(chat).alerts(usual(chat)).count(chat))
                .sum();
    }

    private List<ChatItem> wanted(List<Chat> all) {
        boolean isFound = !filter.get().isBlank();
        var wanted = new NameFilter(filter.get());
        var matching = all.stream().filter(chat -> matches(wanted, chat)).toList();
        var people = presences(matching);
        var rows =
                matching.stream().map(chat -> row(chat, presence(people, chat), isFound)).toList();
        if (isFound) {
            return List.copyOf(rows);
        }
        isArchiveOpen = isArchiveOpen && ChatSections.count(rows) > 0;
        return isArchiveOpen ? ChatSections.archived(rows) : ChatSections.usual(rows);
    }

    private static Optional<Presence> presence(Map<ChatKey, Presence> people, Chat chat) {
        return Optional.ofNullable(people.get(chat.key()));
    }

    private ChatRow row(Chat chat, Optional<Presence> presence, boolean isFound) {
        var selected = sources.tabs().get().selected();
        boolean isSelected = selected.equals(Optional.of(chat.key()));
        var draft =
                Optional.ofNullable(sources.drafts().get().get(chat.key()))
                        .filter(any -> !isSelected);
        return new ChatRow(
                chat,
                presence,
                draft,
                isSelected,
                flags(chat),
                usual(chat),
                nick(chat),
                isFound,
                isAsked(chat));
    }

    private boolean isAsked(Chat chat) {
        return sources.asked().get().contains(chat.key());
    }

    private Alerts usual(Chat chat) {
        return Alerts.usual(sources.channels().get().contains(chat.key()));
    }

    private Optional<String> nick(Chat chat) {
        return Optional.ofNullable(nicks.get(chat.key()));
    }

    /// Rooms change with everybody who comes or goes; what we are called in them seldom does.
    private void showNicks(List<Room> rooms) {
        var newest = nicks(rooms);
        if (!newest.equals(nicks)) {
            nicks = newest;
            show();
        }
    }

    private static Map<ChatKey, String> nicks(List<Room> rooms) {
        return rooms.stream()
                .filter(room -> !room.nick().isEmpty())
                .collect(Collectors.toMap(Room::key, Room::nick));
    }

    private ChatFlags flags(Chat chat) {
        return sources.flags().get().getOrDefault(chat.key(), ChatFlags.NONE);
    }

    private void release() {
        release.ifPresent(Subscription::close);
        release = Optional.empty();
        boolean wasHeld = isHeld;
        isHeld = false;
        show();
        isHeld = wasHeld;
    }

    private static boolean matches(NameFilter filter, Chat chat) {
        return filter.matches(chat.title()) || filter.matches(chat.key().peer().toString());
    }

    /// The presence of those in the list who share it; a pass over all contacts, who may be ten
    /// thousand, without a map of them.
    private Map<ChatKey, Presence> presences(List<Chat> listed) {
        var keys = listed.stream().map(Chat::key).collect(Collectors.toSet());
        var found = new HashMap<ChatKey, Presence>();
        for (var contact : sources.contacts().get()) {
            if (contact.subscription().seesTheirs() && keys.contains(contact.chat())) {
                found.put(contact.chat(), contact.presence());
            }
        }
        return found;
    }

    private List<ChatItem> inPresentOrder(List<ChatItem> next) {
        var byKey = new HashMap<Object, ChatItem>();
        next.forEach(item -> byKey.put(item.key(), item));
        var held = new ArrayList<ChatItem>();
        items.forEach(item -> Optional.ofNullable(byKey.remove(item.key())).ifPresent(held::add));
        next.stream().filter(item -> byKey.containsKey(item.key())).forEach(held::add);
        return held;
    }
}
