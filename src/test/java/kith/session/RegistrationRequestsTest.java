package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.RegistrationRequest;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Who wants to be a member of rooms that the test plays (XEP-0045 §9.9).
class RegistrationRequestsTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    @Test
    void isTheAdminsToAnswer() {
        enter(Affiliation.ADMIN);
        var request = request("thirdwitch");
        asks(request);
        asks(request);
        assertThat(open()).containsExactly(request);
        var outcome = answer(request, true);
        assertThat(open()).isEmpty();
        assertThat(session.server(account).takeSent())
                .singleElement()
                .extracting(it -> it.toXML().toString())
                .asString()
                .contains("to='" + ROOM + "'", "<value>thirdwitch</value>");
        session.pass(Duration.ofMinutes(1));
        assertThat(outcome).isCompletedWithValue(Optional.empty()); // silence is consent
        assertThat(open()).isEmpty();
    }

    @Test
    void anAnswerThatIsRefusedSaysWhyAndTheRequestWaitsAgain() {
        enter(Affiliation.OWNER);
        var request = request("thirdwitch");
        asks(request);
        var outcome = answer(request, true);
        var id = session.server(account).takeSentIds().getFirst();
        var refusal = Refusal.of(Refusal.Reason.NOT_ALLOWED);
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, refusal));
        assertThat(outcome).isCompletedWithValue(Optional.of(refusal));
        assertThat(open()).containsExactly(request);
    }

    /// Where we are no admin, or not at all, nobody asks us.
    @Test
    void ofOtherRoomsNobodyAsks() {
        asks(request("early"));
        enter(Affiliation.MEMBER);
        asks(request("thirdwitch"));
        assertThat(open()).isEmpty();
    }

    @Test
    void whatComesBeforeTheRoomHasLetUsInWaitsUntilItIsKnownWhatWeAre() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        asks(request("thirdwitch"));
        letIn(Affiliation.OWNER);
        assertThat(open()).hasSize(1);
        session.say(account, new XmppEvent.OccupantChanged(ROOM, me(Affiliation.MEMBER)));
        assertThat(open()).isEmpty(); // it is not ours to say any more
    }

    @Test
    void leavingEndsThem() {
        enter(Affiliation.OWNER);
        asks(request("thirdwitch"));
        session.rooms.leave(room);
        session.say(account, new XmppEvent.RoomEnded(ROOM, kith.model.RoomState.LEFT));
        assertThat(open()).isEmpty();
    }

    /// H06.
    @Test
    void aFloodEnds() {
        enter(Affiliation.OWNER);
        for (int i = 0; i < 500; i++) {
            asks(request("witch" + i));
        }
        assertThat(open()).hasSize(50);
    }

    private void enter(Affiliation affiliation) {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        letIn(affiliation);
    }

    private void letIn(Affiliation affiliation) {
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, me(affiliation)),
                new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.server(account).takeSent();
    }

    private static Occupant me(Affiliation affiliation) {
        return new Occupant(
                "Mara", Role.MODERATOR, affiliation, Optional.empty(), Presence.AVAILABLE, true);
    }

    private void asks(RegistrationRequest request) {
        session.say(account, new XmppEvent.RegistrationRequested(ROOM, request));
    }

    private CompletableFuture<Optional<Refusal>> answer(
            RegistrationRequest request, boolean isGranted) {
        return session.moderation
                .registrations()
                .answer(room, request, isGranted)
                .toCompletableFuture();
    }

    private List<RegistrationRequest> open() {
        return session.moderation.registrations().of(room).get();
    }

    private static RegistrationRequest request(String nick) {
        return new RegistrationRequest(
                new DataForm(
                        "",
                        List.of(),
                        List.of(
                                field("muc#register_roomnick", FieldType.TEXT_SINGLE, nick),
                                field(RegistrationRequest.ALLOW, FieldType.BOOLEAN, "0")),
                        true));
    }

    private static Field field(String name, FieldType type, String value) {
        return new Field(name, type, "", "", false, List.of(value), List.of(), true);
    }
}
