package kith.ui.join;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.FoundRoom;
import kith.model.Refusal;

import org.jxmpp.jid.EntityBareJid;

import java.util.Optional;

/// What a room says of itself before the user enters it, and which nick it keeps for them.
///
/// FX thread only.
public final class RoomPreviewViewModel {

    /// What is known of the room.
    public sealed interface Seen {

        /// No room was asked, or it hasn't answered yet.
        record Nothing() implements Seen {}

        /// What it says.
        record Room(FoundRoom room) implements Seen {}

        /// There is none yet at this address: whoever enters it makes it.
        record Free() implements Seen {}
    }

    private final RoomFinding finding;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Seen> seen =
            new ReadOnlyObjectWrapper<>(new Seen.Nothing());
    private final ReadOnlyObjectWrapper<Optional<String>> nick =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Which question is the last: only its answer counts.
    private int questions;

    private Optional<Asked> asked = Optional.empty();

    /// Who asked whom.
    private record Asked(AccountId account, EntityBareJid room) {}

    RoomPreviewViewModel(RoomFinding finding, Lane fx) {
        this.finding = finding;
        this.fx = fx;
    }

    public ReadOnlyObjectProperty<Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// The nick that the room keeps for the user.
    public ReadOnlyObjectProperty<Optional<String>> reservedNickProperty() {
        return nick.getReadOnlyProperty();
    }

    /// Asks a room, once for each account; none where there is no address.
    void look(AccountId account, Optional<EntityBareJid> room) {
        look(room.map(address -> new Asked(account, address)));
    }

    /// Asks the same room for another account, where one was asked.
    void lookAs(AccountId account) {
        look(asked.map(before -> new Asked(account, before.room())));
    }

    private void look(Optional<Asked> wanted) {
        if (wanted.equals(asked)) {
            return;
        }
        asked = wanted;
        seen.set(new Seen.Nothing());
        nick.set(Optional.empty());
        int question = ++questions;
        wanted.ifPresent(it -> ask(it.account(), it.room(), question));
    }

    private void ask(AccountId account, EntityBareJid room, int question) {
        finding.describe(account, room)
                .thenAcceptAsync(
                        answer -> {
                            if (question == questions) {
                                seen.set(seen(answer));
                            }
                        },
                        fx);
        finding.reservedNick(account, room)
                .thenAcceptAsync(
                        answer -> {
                            if (question == questions) {
                                nick.set(answer.given().flatMap(it -> it));
                            }
                        },
                        fx);
    }

    private static Seen seen(Answer<FoundRoom> answer) {
        return switch (answer) {
            case Answer.Given<FoundRoom>(var room) -> new Seen.Room(room);
            case Answer.Refused<FoundRoom>(var refusal) ->
                    refusal.reason() == Refusal.Reason.NOT_FOUND
                            ? new Seen.Free()
                            : new Seen.Nothing();
        };
    }
}
