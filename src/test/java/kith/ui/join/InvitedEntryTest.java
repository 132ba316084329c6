package kith.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleRooms;
import kith.model.AccountId;
import kith.model.FoundRoom;
import kith.model.Invitation;
import kith.model.Inviter;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the user is asked before they enter a room that they are invited to.
class InvitedEntryTest {

    private static final String PRINTERS = "printers@rooms.hearth.example";

    private final SampleRooms rooms = new SampleRooms();
    private final InvitedEntry entry = new InvitedEntry(rooms, _ -> "mara");

    @Test
    void aRoomThatHidesAddressesIsEnteredUnderTheNickThatItKeeps() {
        has("printers-guild@rooms.hearth.example", "newcomers@rooms.hearth.example");
        assertThat(nick("printers-guild@rooms.hearth.example")).contains("Mara P");
        assertThat(nick("newcomers@rooms.hearth.example")).contains("mara");
    }

    @Test
    void aRoomThatShowsAddressesToAllIsAskedAbout() {
        has(PRINTERS);
        assertThat(nick(PRINTERS)).isEmpty();
    }

    @Test
    void soIsOneOfWhichNothingIsKnown() {
        has();
        assertThat(nick(PRINTERS)).as("there is none").isEmpty();
        has("newcomers@rooms.hearth.example");
        rooms.refusal = Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
        assertThat(nick("newcomers@rooms.hearth.example")).as("nobody answers").isEmpty();
        assertThat(nick("rooms.hearth.example")).as("no room's address").isEmpty();
    }

    private void has(String... addresses) {
        rooms.rooms =
                Stream.of(addresses)
                        .map(JidCreate::entityBareFromOrThrowUnchecked)
                        .map(address -> new FoundRoom(address, "", Optional.empty()))
                        .toList();
    }

    private Optional<String> nick(String room) {
        var invitation =
                new Invitation(
                        JidCreate.bareFromOrThrowUnchecked(room),
                        new Inviter.Person(
                                JidCreate.entityBareFromOrThrowUnchecked("layla@birke.example")),
                        "",
                        Optional.empty(),
                        Instant.EPOCH);
        return entry.nick(new ReceivedInvitation(new AccountId(1), invitation, "Layla", false))
                .toCompletableFuture()
                .join();
    }
}
