package kith.ui.contacts;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.base.Timer;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Refusal;
import kith.session.roster.SubscriptionRequest;
import kith.ui.fx.ListPatch;
import kith.ui.text.NameFilter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The roster as rows: requests, then people by group, narrowed by what the user types.
///
/// FX thread only.
public final class ContactsViewModel implements AutoCloseable {

    /// Between two looks at the roster. When everyone comes online at once, each look shows many.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final List<String> NO_GROUP = List.of("");

    private final Live<List<Contact>> contacts;
    private final Live<List<SubscriptionRequest>> requests;
    private final Live<OpenTabs> tabs;
    private final ContactCommands commands;
    private final CollapsedGroups collapsed;
    private final Timer timer;
    private final Lane fx;
    private final RosterOrder order = new RosterOrder();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ListPatch<ContactRow> patch = new ListPatch<>(ContactRow::key);
    private final ObservableList<ContactRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ContactRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Set<ChatKey> unsent = new HashSet<>();
    private final Subscription subscription;
    private Optional<Subscription> pause = Optional.empty();
    private boolean isStale;

    public ContactsViewModel(
            Live<List<Contact>> contacts,
            Live<List<SubscriptionRequest>> requests,
            Live<OpenTabs> tabs,
            ContactCommands commands,
            CollapsedGroups collapsed,
            Timer timer,
            Lane fx) {
        this.contacts = contacts;
        this.requests = requests;
        this.tabs = tabs;
        this.commands = commands;
        this.collapsed = collapsed;
        this.timer = timer;
        this.fx = fx;
        this.subscription =
                Subscription.all(
                        contacts.watch(fx, newest -> contactsChanged()),
                        requests.watch(fx, newest -> show()),
                        tabs.watch(fx, newest -> show()));
        filter.subscribe(typed -> rows.setAll(newest())); // a new list, to be read from its top
    }

    /// The rows. Read-only.
    public ObservableList<ContactRow> rows() {
        return shown;
    }

    /// What the user typed to narrow the list.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Folds a group up, or unfolds it.
    public void toggle(ContactRow.Head group) {
        collapsed.toggle(group.group());
        show();
    }

    public void open(ContactRow.Person person) {
        commands.open().accept(person.contact().chat());
    }

    public void openInBackground(ContactRow.Person person) {
        commands.openInBackground().accept(person.contact().chat());
    }

    /// Opens the first person in the list, as Enter in the filter does.
    public void openFirst() {
        rows.stream()
                .filter(ContactRow.Person.class::isInstance)
                .map(ContactRow.Person.class::cast)
                .findFirst()
                .ifPresent(this::open);
    }

    /// Lets them see the user's presence. A request that can't be answered now says so and stays.
    public void accept(ContactRow.Request request) {
        answer(request, commands.accept());
    }

    /// Refuses that; as [#accept].
    public void decline(ContactRow.Request request) {
        answer(request, commands.decline());
    }

    @Override
    public void close() {
        subscription.close();
        pause.ifPresent(Subscription::close);
    }

    private void answer(
            ContactRow.Request request,
            Function<ChatKey, CompletionStage<Optional<Refusal>>> command) {
        unsent.remove(request.from());
        command.apply(request.from())
                .thenAcceptAsync(
                        refusal -> {
                            refusal.ifPresent(offline -> unsent.add(request.from()));
                            show();
                        },
                        fx);
    }

    private void contactsChanged() {
        isStale = pause.isPresent();
        if (!isStale) {
            show();
            pause = Optional.of(timer.after(PAUSE, () -> fx.execute(this::goOn)));
        }
    }

    private void goOn() {
        pause = Optional.empty();
        if (isStale) {
            contactsChanged();
        }
    }

    private void show() {
        patch.apply(rows, newest());
    }

    private List<ContactRow> newest() {
        var wanted = new NameFilter(filter.get());
        var next = new ArrayList<ContactRow>();
        for (var request : requests.get()) {
            if (wanted.matches(request.from().peer().toString())) {
                var from = request.from();
                next.add(new ContactRow.Request(from, request.text(), unsent.contains(from)));
            }
        }
        var byGroup = byGroup(wanted);
        for (var group : order.sortedGroups(byGroup.keySet())) {
            addGroup(group, byGroup.getOrDefault(group, List.of()), wanted.isEmpty(), next);
        }
        return next;
    }

    /// While the user filters, nothing that matches is folded away.
    private void addGroup(
            String group, List<Contact> members, boolean isFoldable, List<ContactRow> next) {
        boolean isCollapsed = isFoldable && collapsed.contains(group);
        int online = (int) members.stream().filter(ContactsViewModel::isReachable).count();
        next.add(new ContactRow.Head(group, online, members.size(), isCollapsed));
        if (isCollapsed) {
            return;
        }
        var selected = tabs.get().selected();
        for (var contact : members) {
            var key = new ContactRow.PersonKey(contact.chat(), group);
            boolean isSelected = selected.isPresent() && key.chat().equals(selected.get());
            next.add(new ContactRow.Person(key, contact, isSelected));
        }
    }

    private Map<String, List<Contact>> byGroup(NameFilter wanted) {
        var all = contacts.get();
        var matching =
                wanted.isEmpty()
                        ? all
                        : all.stream().filter(contact -> matches(wanted, contact)).toList();
        var byGroup = new HashMap<String, List<Contact>>();
        for (var contact : order.sorted(matching)) {
            var groups = contact.groups().isEmpty() ? NO_GROUP : contact.groups();
            for (var group : groups) {
                byGroup.computeIfAbsent(group, name -> new ArrayList<>()).add(contact);
            }
        }
        return byGroup;
    }

    private static boolean matches(NameFilter wanted, Contact contact) {
        return wanted.matches(contact.name()) || wanted.matches(contact.address().toString());
    }

    private static boolean isReachable(Contact contact) {
        return contact.presence().availability().isReachable();
    }
}
