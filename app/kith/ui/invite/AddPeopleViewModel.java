package kith.ui.invite;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.base.Lane;
import kith.model.Account;
import kith.model.Contact;
import kith.model.NewRoom;
import kith.model.NewRoom.Trait;
import kith.model.Refusal;
import kith.model.RoomMaking;

import org.jxmpp.jid.BareJid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/// Turning a chat of two into a group: whom the user adds, what the group is called, and what came
/// of it.
///
/// The group is made once. Who could not be invited to it stays chosen, so that one can try again.
/// Its name follows who is in it until the user writes one themselves.
///
/// FX thread only. [#close] with the dialog: a group that isn't there yet is not made then.
public final class AddPeopleViewModel implements AutoCloseable {

    /// How far it is.
    public sealed interface Phase {

        /// The user chooses.
        ///
        /// @param failure of the last attempt
        record Choosing(Optional<Failure> failure) implements Phase {}

        /// The service is asked for the group.
        record Making() implements Phase {}

        /// It is there, and people are being invited.
        record Inviting() implements Phase {}

        /// All are invited.
        ///
        /// @param missing what the service could not give the group
        record Done(Set<Trait> missing) implements Phase {

            public Done {
                missing = Set.copyOf(missing);
            }
        }
    }

    /// What is wrong.
    public sealed interface Failure {

        /// Nobody is chosen.
        record Nobody() implements Failure {}

        /// What was typed is neither a contact nor an address.
        record NoAddress(String typed) implements Failure {}

        /// There is no group.
        record NotMade(RoomMaking.Failed failed) implements Failure {}

        /// Someone could not be invited: the first of them.
        record Refused(Invitee whom, Refusal refusal) implements Failure {}
    }

    private final Account account;
    private final AddPeopleCommands commands;
    private final Lane fx;
    private final Invitee peer;
    private final PeopleChoice people;
    private final GroupName name;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Choosing(Optional.empty()));
    private final List<Failure.Refused> refused = new ArrayList<>();
    private Optional<RoomMaking.Made> group = Optional.empty();
    private boolean isPeerInvited;
    private Runnable cancel = () -> {};
    private boolean isClosed;

    /// @param account whose chat it is
    /// @param peer with whom
    /// @param contacts of the account
    public AddPeopleViewModel(
            Account account,
            BareJid peer,
            List<Contact> contacts,
            AddPeopleCommands commands,
            Lane fx) {
        this.account = account;
        this.commands = commands;
        this.fx = fx;
        people =
                new PeopleChoice(
                        contacts,
                        Set.of(peer, account.address().asBareJid()),
                        this::isBusy,
                        this::forgetFailure);
        this.peer = people.invitee(peer);
        this.name = new GroupName(account.address());
        people.chosen().subscribe(this::nameGroup);
        nameGroup();
    }

    /// With whom the chat is: they come whoever else does.
    public Invitee peer() {
        return peer;
    }

    /// The user's server, which makes the group.
    public String server() {
        return account.address().getDomain().toString();
    }

    /// A part of a name, or an address.
    public StringProperty typedProperty() {
        return people.typedProperty();
    }

    /// What the group is called, for all who are in it.
    public StringProperty nameProperty() {
        return name.property();
    }

    /// Why, as they are told it; may stay empty.
    public StringProperty reasonProperty() {
        return reason;
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whether the group is there: it has its name then.
    public boolean isMade() {
        return group.isPresent();
    }

    /// Whom the user adds.
    PeopleChoice people() {
        return people;
    }

    /// Takes up whom the typed words mean.
    ///
    /// @return whether nothing is left that means nobody; else it is said
    public boolean take() {
        boolean isTaken = people.take();
        if (!isTaken) {
            fail(new Failure.NoAddress(typedProperty().get().strip()));
        }
        return isTaken;
    }

    /// Makes the group, unless it is there, and invites all to it who are not invited yet; or says
    /// what is wrong.
    public void submit() {
        if (isBusy() || !take()) {
            return;
        }
        if (people.chosen().isEmpty() && !isMade()) {
            fail(new Failure.Nobody());
        } else if (isMade()) {
            inviteAll();
        } else {
            make();
        }
    }

    private void make() {
        phase.set(new Phase.Making());
        var making =
                commands.make()
                        .apply(
                                new NewRoom(
                                        NewRoom.Kind.PRIVATE_GROUP,
                                        name.chosen(),
                                        "",
                                        "",
                                        account.address().getLocalpart().toString()));
        cancel = making.cancel();
        making.outcome().thenAcceptAsync(this::made, fx);
    }

    private void made(RoomMaking outcome) {
        cancel = () -> {};
        switch (outcome) {
            case RoomMaking.Made made -> {
                group = Optional.of(made);
                name.keep();
                commands.open().accept(made.room());
                inviteAll();
            }
            case RoomMaking.Failed failed -> {
                if (!isClosed) {
                    fail(new Failure.NotMade(failed));
                }
            }
        }
    }

    private void inviteAll() {
        phase.set(new Phase.Inviting());
        refused.clear();
        var waiting = new ArrayDeque<Invitee>();
        if (!isPeerInvited) {
            waiting.add(peer); // it is their chat, too: they come first
        }
        waiting.addAll(people.chosen());
        inviteNext(waiting);
    }

    private void inviteNext(Queue<Invitee> waiting) {
        var whom = waiting.poll();
        if (whom == null || group.isEmpty()) {
            end();
            return;
        }
        commands.invite()
                .invite(group.get().room(), whom.address(), reason())
                .thenAcceptAsync(
                        refusal -> {
                            answered(whom, refusal);
                            inviteNext(waiting);
                        },
                        fx);
    }

    private void answered(Invitee whom, Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            refused.add(new Failure.Refused(whom, refusal.get()));
        } else if (whom.equals(peer)) {
            isPeerInvited = true;
        } else {
            people.done(whom);
        }
    }

    private void end() {
        refused.stream()
                .findFirst()
                .ifPresentOrElse(
                        this::fail,
                        () ->
                                phase.set(
                                        new Phase.Done(
                                                group.map(RoomMaking.Made::missing)
                                                        .orElse(Set.of()))));
    }

    /// Who is asked sees no more of the group than its address, which means nothing.
    private String reason() {
        var written = reason.get().strip();
        return written.isEmpty() ? name.chosen() : written;
    }

    private void nameGroup() {
        if (!isMade()) { // who is invited later is in none of it
            name.follow(Stream.concat(Stream.of(peer), people.chosen().stream()));
        }
    }

    private void fail(Failure failure) {
        phase.set(new Phase.Choosing(Optional.of(failure)));
    }

    private boolean isBusy() {
        return !(phase.get() instanceof Phase.Choosing);
    }

    private void forgetFailure() {
        if (phase.get() instanceof Phase.Choosing(var failure) && failure.isPresent()) {
            phase.set(new Phase.Choosing(Optional.empty()));
        }
    }

    /// What it takes to invite those who were chosen goes on: they are not to be left waiting.
    @Override
    public void close() {
        isClosed = true;
        cancel.run();
    }
}
