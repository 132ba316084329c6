package kith.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Account;
import kith.model.Availability;
import kith.model.Presence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Who the user is here, what everyone is told of their presence, and their accounts.
///
/// FX thread only.
public final class ProfileViewModel implements AutoCloseable {

    private final Consumer<Presence> setPresence;
    private final ReadOnlyObjectWrapper<Presence> presence;
    private final ReadOnlyObjectWrapper<List<OwnAccount>> accounts;
    private final Subscription subscription;

    public ProfileViewModel(
            Live<Presence> presence,
            Live<List<OwnAccount>> accounts,
            Consumer<Presence> setPresence,
            Lane fx) {
        this.setPresence = setPresence;
        this.presence = new ReadOnlyObjectWrapper<>(presence.get());
        this.accounts = new ReadOnlyObjectWrapper<>(accounts.get());
        this.subscription =
                Subscription.all(
                        presence.watch(fx, this.presence::set),
                        accounts.watch(fx, this.accounts::set));
    }

    /// What everyone who may see it is told while an account is online.
    public ReadOnlyObjectProperty<Presence> presenceProperty() {
        return presence.getReadOnlyProperty();
    }

    /// The accounts in the order they were added.
    public ReadOnlyObjectProperty<List<OwnAccount>> accountsProperty() {
        return accounts.getReadOnlyProperty();
    }

    /// The account that stands for the user: the first.
    public Optional<Account> mainAccount() {
        return accounts.get().stream().findFirst().map(OwnAccount::account);
    }

    /// Whether an account is online.
    public boolean isOnline() {
        return accounts.get().stream().anyMatch(each -> each.connection().isOnline());
    }

    /// Whether the user chose to be offline for everyone.
    public boolean wantsToBeOffline() {
        return presence.get().availability() == Availability.OFFLINE;
    }

    /// How others see the user: as they said, where an account is online.
    public Presence shownPresence() {
        return isOnline()
                ? presence.get()
                : new Presence(Availability.OFFLINE, presence.get().status());
    }

    public void setAvailability(Availability availability) {
        setPresence.accept(new Presence(availability, presence.get().status()));
    }

    /// Changes the text beside the state; empty takes it away.
    public void setStatus(String status) {
        setPresence.accept(new Presence(presence.get().availability(), status.strip()));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
