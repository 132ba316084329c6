package kith.ui.join;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.model.Account;
import kith.model.ChatKey;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;

import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// The rooms of a server, or of a directory, to choose one from: page by page, narrowed by what the
/// user types. What a room is, it is asked when its row comes in sight.
///
/// The words of a search go to the directory only when the user sends them; those that narrow a
/// server's list go nowhere. FX thread only.
public final class BrowseRoomsViewModel implements AutoCloseable {

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
    private final FoundRooms found = new FoundRooms();
    private final RoomPages pages;
    private final LazyDescriptions descriptions;
    private final ObjectProperty<Account> account = new SimpleObjectProperty<>();
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty inDirectory = new SimpleBooleanProperty();

    /// @param accounts at least one
    public BrowseRoomsViewModel(List<Account> accounts, RoomFinding finding, Lane fx) {
        this.accounts = List.copyOf(accounts);
        this.finding = finding;
        this.fx = fx;
        this.pages = new RoomPages(finding, found, fx);
        this.descriptions =
                new LazyDescriptions(
                        room -> finding.describe(account.get().id(), room), found::replace, fx);
        account.set(accounts.getFirst());
        account.subscribe((before, now) -> begin());
        inDirectory.subscribe((before, now) -> begin());
        words.subscribe((before, now) -> narrow());
        begin();
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
        return pages.phaseProperty();
    }

    /// Whether there is a page after the last that is shown.
    public ReadOnlyBooleanProperty hasMoreProperty() {
        return pages.hasMoreProperty();
    }

    /// The rooms that fit. Read-only.
    public ObservableList<FoundRoom> rows() {
        return found.rows();
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
        if (!rows().isEmpty() && row.address().equals(rows().getLast().address())) {
            more();
        }
    }

    /// Asks for the page after the last, if there is one and none is asked for.
    public void more() {
        pages.more();
    }

    /// Lists the rooms of the server that was typed, or searches the directory for the words.
    public void refresh() {
        if (inDirectory.get()) {
            search();
        } else {
            list();
        }
    }

    /// Another place, or another account: what was typed before is not sent there by that.
    private void begin() {
        if (inDirectory.get()) {
            clear(new Phase.Unasked());
        } else {
            list();
        }
    }

    private void search() {
        clear(new Phase.Unasked());
        var typed = words.get().strip();
        if (!typed.isEmpty()) {
            pages.search(account.get().id(), typed);
        }
    }

    private void list() {
        var typed = server.get().strip();
        var domain = typed.isEmpty() ? Optional.<DomainBareJid>empty() : domain(typed);
        if (typed.isEmpty() || domain.isPresent()) {
            clear(new Phase.Asking());
            pages.list(account.get().id(), domain);
        } else {
            clear(new Phase.Refused(Refusal.of(Reason.BAD_ADDRESS)));
        }
    }

    private void clear(Phase now) {
        pages.stop(now);
        descriptions.forget();
        found.clear();
        found.narrow(filter());
    }

    private void narrow() {
        if (!inDirectory.get()) {
            found.narrow(filter());
            pages.fill();
        }
    }

    /// The directory has looked for the words already.
    private String filter() {
        return inDirectory.get() ? "" : words.get();
    }

    @Override
    public void close() {
        pages.stop(new Phase.Unasked());
        descriptions.forget();
    }

    private static Optional<DomainBareJid> domain(String typed) {
        return Optional.ofNullable(JidCreate.fromOrNull(typed))
                .filter(jid -> jid.isDomainBareJid())
                .map(jid -> jid.asDomainBareJid());
    }
}
