package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.VoiceRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Voice that a visitor of a real room asks for, and its owner gives or denies (XEP-0045 §§7.13 and
/// 8.6).
@ParameterizedClass
@EnumSource
class VoiceRequestsTest extends ModeratedRoomFixture {

    VoiceRequestsTest(ServerKind kind) {
        super(kind);
    }

    @Test
    void voiceIsAskedForAndGiven() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        var voice = bobs.kith().session().roomServices().moderation().voice();
        var asked = voice.ask(bobs.chat(room));
        var request = awaitRequest(annas);
        assertThat(request.nick()).isEqualTo("Bob");
        assertThat(request.address().asBareJid().equals(bob.jid())).isTrue();
        assertThat(outcome(answer(annas, request, true))).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
        awaitRole(carols, "Bob", Role.PARTICIPANT);
        assertThat(requests(carols)).as("who may not grant it isn't asked").isEmpty();
        assertThat(outcome(asked)).isEmpty();
        assertThat(requests(annas)).isEmpty();
    }

    @Test
    void voiceIsDenied() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Carol")).isEmpty();
        awaitRole(carols, "Carol", Role.VISITOR);
        var asked =
                carols.kith().session().roomServices().moderation().voice().ask(carols.chat(room));
        assertThat(outcome(answer(annas, awaitRequest(annas), false))).isEmpty();
        assertThat(requests(annas)).isEmpty();
        assertThat(act(annas, RoomAct.TAKE_VOICE, "", "Bob")).isEmpty(); // behind the answer
        awaitRole(carols, "Bob", Role.VISITOR);
        assertThat(role(carols, "Carol")).contains(Role.VISITOR);
        assertThat(asked.toCompletableFuture()).isNotDone();
    }

    private CompletionStage<Optional<Refusal>> answer(
            KithUser who, VoiceRequest request, boolean isGranted) {
        return who.kith()
                .session()
                .roomServices()
                .moderation()
                .voice()
                .answer(who.chat(room), request, isGranted);
    }

    private List<VoiceRequest> requests(KithUser who) {
        return who.kith().session().roomServices().moderation().voice().of(who.chat(room)).get();
    }

    private VoiceRequest awaitRequest(KithUser who) {
        return await(who.name() + " is asked")
                .atMost(RunningKith.PATIENCE)
                .until(() -> requests(who), asked -> !asked.isEmpty())
                .getFirst();
    }
}
