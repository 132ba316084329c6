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
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Presence;
import kith.ui.fx.ListPatch;
import kith.ui.text.NameFilter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The chats, newest first, narrowed by what the user types.
///
/// FX thread only.
public final class ChatListViewModel implements AutoCloseable {

    /// How long the order may be kept under the pointer.
    private static final Duration HELD = Duration.ofSeconds(2);

    private final Live<List<Chat>> chats;
    private final Live<List<Contact>> contacts;
    private final Live<OpenTabs> tabs;
    private final Live<Map<ChatKey, String>> drafts;
    private final ChatOpening opening;
    private final Timer timer;
    private final Lane fx;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unreadElsewhere = new ReadOnlyIntegerWrapper();
    private final ListPatch<ChatRow> patch = new ListPatch<>(ChatRow::key);
    private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ChatRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Subscription subscription;
    private boolean isHeld;
    private Optional<Subscription> release = Optional.empty();

    public ChatListViewModel(
            Live<List<Chat>> chats,
            Live<List<Contact>> contacts,
            Live<OpenTabs> tabs,
            Live<Map<ChatKey, String>> drafts,
            ChatOpening opening,
            Timer timer,
            Lane fx) {
        this.chats = chats;
        this.contacts = contacts;
        this.tabs = tabs;
        this.drafts = drafts;
        this.opening = opening;
        this.timer = timer;
        this.fx = fx;
        this.subscription =
                Subscription.all(
                        chats.watch(fx, newest -> show()),
                        contacts.watch(fx, newest -> show()),
                        tabs.watch(fx, newest -> show()),
                        drafts.watch(fx, newest -> show()));
        filter.subscribe(typed -> show()); // and once now, so that the first frame has it all
    }

    /// The rows. Read-only.
    public ObservableList<ChatRow> rows() {
        return shown;
    }

    /// What the user typed to narrow the list.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether there is no chat at all, whatever the filter.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /// How many unread messages there are in all chats.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// How many unread messages there are in chats other than the selected one.
    public ReadOnlyIntegerProperty unreadElsewhereProperty() {
        return unreadElsewhere.getReadOnlyProperty();
    }

    /// Keeps the rows in the order they are in while the pointer is among them, but no longer than
    /// two seconds, so that none moves away under a click.
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

    /// Opens the first row, as Enter in the filter does.
    public void openFirst() {
        if (!rows.isEmpty()) {
            open(rows.getFirst());
        }
    }

    @Override
    public void close() {
        subscription.close();
        release.ifPresent(Subscription::close);
    }

    private void show() {
        var all = chats.get();
        var selected = tabs.get().selected();
        empty.set(all.isEmpty());
        unread.set(all.stream().mapToInt(Chat::unread).sum());
        unreadElsewhere.set(
                all.stream()
                        .filter(chat -> selected.filter(chat.key()::equals).isEmpty())
                        .mapToInt(Chat::unread)
                        .sum());
        var wanted = new NameFilter(filter.get());
        var matching = all.stream().filter(chat -> matches(wanted, chat)).toList();
        var people = presences(matching);
        var next =
                matching.stream()
                        .map(chat -> row(chat, Optional.ofNullable(people.get(chat.key()))))
                        .toList();
        patch.apply(rows, isHeld ? inPresentOrder(next) : next);
        if (isHeld && release.isEmpty() && !rows.equals(next)) {
            release = Optional.of(timer.after(HELD, () -> fx.execute(this::release)));
        }
    }

    private ChatRow row(Chat chat, Optional<Presence> presence) {
        boolean isSelected = tabs.get().selected().equals(Optional.of(chat.key()));
        var draft = Optional.ofNullable(drafts.get().get(chat.key())).filter(any -> !isSelected);
        return new ChatRow(chat, presence, draft, isSelected);
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
        for (var contact : contacts.get()) {
            if (contact.subscription().seesTheirs() && keys.contains(contact.chat())) {
                found.put(contact.chat(), contact.presence());
            }
        }
        return found;
    }

    private List<ChatRow> inPresentOrder(List<ChatRow> next) {
        var byKey = new HashMap<ChatKey, ChatRow>();
        next.forEach(row -> byKey.put(row.key(), row));
        var held = new ArrayList<ChatRow>();
        rows.forEach(row -> Optional.ofNullable(byKey.remove(row.key())).ifPresent(held::add));
        next.stream().filter(row -> byKey.containsKey(row.key())).forEach(held::add);
        return held;
    }
}
