package kith.ui.join;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.ChatKey;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomPage;
import kith.ui.text.NameFilter;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The rooms of a server, or of a directory, to choose one from: page by page, narrowed by what the
/// user types. What a room is, it is asked when its row comes in sight.
///
/// The words of a search go to the directory only when the user sends them; those that narrow a
/// server's list go nowhere. FX thread only.
public final class BrowseRoomsViewModel implements AutoCloseable {

    /// More than anybody scrolls through; a service may have more.
    static final int MAX_ROOMS = 20_000;

    /// How the list fares.
    public sealed interface Phase {

        /// Somebody was asked, and has not answered yet.
        record Asking() implements Phase {}

        /// All that was asked for is there.
        record Shown() implements Phase {}

        /// There is no service of rooms there.
        record NoService() implements Phase {}

        /// Nothing was searched for yet.
        record Unasked() implements Phase {}

        record Refused(Refusal refusal) implements Phase {}
    }

    private final List<Account> accounts;
    private final RoomFinding finding;
    private final Lane fx;
    private final LazyDescriptions descriptions;
    private final ObjectProperty<Account> account = new SimpleObjectProperty<>();
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty inDirectory = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Unasked());
    private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
    private final Map<EntityBareJid, FoundRoom> all = new LinkedHashMap<>();
    private final ObservableList<FoundRoom> rows = FXCollections.observableArrayList();
    private final ObservableList<FoundRoom> shown = FXCollections.unmodifiableObservableList(rows);

    /// Asks for the next page; empty where there is none.
    private Optional<Runnable> next = Optional.empty();

    /// Which list is the last that was asked for: only its answers count.
    private int lists;

    /// @param accounts at least one
    public BrowseRoomsViewModel(List<Account> accounts, RoomFinding finding, Lane fx) {
        this.accounts = List.copyOf(accounts);
        this.finding = finding;
        this.fx = fx;
        this.descriptions =
                new LazyDescriptions(
                        room -> finding.describe(account.get().id(), room), this::described, fx);
        account.set(accounts.getFirst());
        account.subscribe((before, now) -> refresh());
        inDirectory.subscribe((before, now) -> refresh());
        words.subscribe((before, now) -> narrow());
        refresh();
    }

    /// The accounts to choose from. One needs no choice.
    public List<Account> accounts() {
        return accounts;
    }

    public ObjectProperty<Account> accountProperty() {
        return account;
    }

    /// Whose rooms to list; empty for the account's own server.
    public StringProperty serverProperty() {
        return server;
    }

    /// What narrows the list; in the directory, what is searched for.
    public StringProperty wordsProperty() {
        return words;
    }

    /// The directory that can be searched, where the user has chosen one.
    public Optional<String> directory() {
        return finding.directory();
    }

    /// Whether the directory is searched, and no server's list shown.
    public BooleanProperty inDirectoryProperty() {
        return inDirectory;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whether there is a page after the last that is shown.
    public ReadOnlyBooleanProperty hasMoreProperty() {
        return hasMore.getReadOnlyProperty();
    }

    /// The rooms that fit. Read-only.
    public ObservableList<FoundRoom> rows() {
        return shown;
    }

    /// The room of a row, for the account that looks.
    public ChatKey key(FoundRoom row) {
        return new ChatKey(account.get().id(), row.address());
    }

    /// A row came in sight.
    public void see(FoundRoom row) {
        fx.execute(() -> seen(row)); // it does while it is laid out
    }

    private void seen(FoundRoom row) {
        if (row.traits().isEmpty()) {
            descriptions.want(row.address());
        }
        if (!rows.isEmpty() && row.address().equals(rows.getLast().address())) {
            more();
        }
    }

    /// Asks for the page after the last, if there is one and none is asked for.
    public void more() {
        var ask = next;
        next = Optional.empty();
        hasMore.set(false);
        ask.ifPresent(Runnable::run);
    }

    /// Lists the rooms of the server that was typed, or searches the directory for the words.
    public void refresh() {
        lists++;
        next = Optional.empty();
        hasMore.set(false);
        descriptions.forget();
        all.clear();
        rows.clear();
        if (inDirectory.get()) {
            search();
        } else {
            list();
        }
    }

    @Override
    public void close() {
        lists++;
        descriptions.forget();
    }

    private void search() {
        var typed = words.get().strip();
        if (typed.isEmpty()) {
            phase.set(new Phase.Unasked());
        } else {
            var by = account.get().id();
            page(after -> finding.search(by, typed, after), Optional.empty());
        }
    }

    private void list() {
        var typed = server.get().strip();
        var domain = typed.isEmpty() ? Optional.<DomainBareJid>empty() : domain(typed);
        if (!typed.isEmpty() && domain.isEmpty()) {
            phase.set(new Phase.Refused(Refusal.of(Reason.BAD_ADDRESS)));
            return;
        }
        int list = lists;
        var by = account.get().id();
        phase.set(new Phase.Asking());
        finding.services(by, domain)
                .thenAcceptAsync(
                        answer -> {
                            if (list == lists) {
                                listed(by, answer);
                            }
                        },
                        fx);
    }

    private void listed(AccountId by, Answer<List<DomainBareJid>> services) {
        switch (services) {
            case Answer.Refused<List<DomainBareJid>>(var refusal) ->
                    phase.set(new Phase.Refused(refusal));
            case Answer.Given<List<DomainBareJid>>(var found) -> {
                if (found.isEmpty()) {
                    phase.set(new Phase.NoService());
                } else {
                    service(by, found);
                }
            }
        }
    }

    /// The rooms of the services one after the other.
    private void service(AccountId by, List<DomainBareJid> services) {
        var rest = services.subList(1, services.size());
        page(
                after -> finding.rooms(by, services.getFirst(), after),
                rest.isEmpty() ? Optional.empty() : Optional.of(() -> service(by, rest)));
    }

    private void page(
            Function<Optional<String>, CompletionStage<Answer<RoomPage>>> ask,
            Optional<Runnable> then) {
        page(ask, Optional.empty(), then);
    }

    private void page(
            Function<Optional<String>, CompletionStage<Answer<RoomPage>>> ask,
            Optional<String> after,
            Optional<Runnable> then) {
        int list = lists;
        phase.set(new Phase.Asking());
        ask.apply(after)
                .thenAcceptAsync(
                        answer -> {
                            if (list == lists) {
                                answered(answer, ask, then);
                            }
                        },
                        fx);
    }

    private void answered(
            Answer<RoomPage> answer,
            Function<Optional<String>, CompletionStage<Answer<RoomPage>>> ask,
            Optional<Runnable> then) {
        switch (answer) {
            case Answer.Refused<RoomPage>(var refusal) -> phase.set(new Phase.Refused(refusal));
            case Answer.Given<RoomPage>(var page) -> {
                boolean isNews = add(page.rooms());
                Optional<Runnable> following =
                        page.next()
                                .filter(after -> isNews) // or it would go round for ever
                                .<Runnable>map(after -> () -> page(ask, Optional.of(after), then));
                phase.set(new Phase.Shown());
                next = all.size() < MAX_ROOMS ? following.or(() -> then) : Optional.empty();
                hasMore.set(next.isPresent());
                if (page.rooms().isEmpty()) {
                    more(); // nothing that could come in sight
                }
            }
        }
    }

    private boolean add(List<FoundRoom> page) {
        int before = all.size();
        var filter = filter();
        for (var room : page) {
            if (all.size() < MAX_ROOMS && all.putIfAbsent(room.address(), room) == null) {
                if (matches(filter, room)) {
                    rows.add(room);
                }
            }
        }
        return all.size() > before;
    }

    private void described(FoundRoom room) {
        if (all.replace(room.address(), room) == null) {
            return;
        }
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).address().equals(room.address())) {
                rows.set(at, room);
                return;
            }
        }
    }

    private void narrow() {
        if (!inDirectory.get()) {
            var filter = filter();
            rows.setAll(all.values().stream().filter(room -> matches(filter, room)).toList());
        }
    }

    private NameFilter filter() {
        return new NameFilter(inDirectory.get() ? "" : words.get());
    }

    private static boolean matches(NameFilter filter, FoundRoom room) {
        return filter.matches(
                room.name(),
                room.address().toString(),
                room.traits().map(it -> it.description() + " " + it.subject()).orElse(""));
    }

    private static Optional<DomainBareJid> domain(String typed) {
        return Optional.ofNullable(JidCreate.fromOrNull(typed))
                .filter(jid -> jid.isDomainBareJid())
                .map(jid -> jid.asDomainBareJid());
    }
}
