package kith.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class RoomViewModelTest {

    private static final ChatKey KEY =
            new ChatKey(
                    new AccountId(1), JidCreate.bareFromOrThrowUnchecked("print@rooms.example"));

    private final List<String> done = new ArrayList<>();
    private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    private final ImmediateLane lane = new ImmediateLane();
    private final RoomSentences sentences = new RoomSentences(Texts.of(Locale.ENGLISH));
    private final Cell<Optional<Room>> room =
            new Cell<>(lane, Optional.of(room("Mara", RoomState.JOINED)));
    private final RoomViewModel model =
            new RoomViewModel(
                    room("Mara", RoomState.JOINED),
                    room,
                    new Cell<>(lane, List.of()),
                    new RoomCommands(
                            (nick, password) -> done.add("join " + nick + password.orElse("")),
                            () -> done.add("leave"),
                            subject -> {
                                done.add("subject " + subject);
                                return answer;
                            }),
                    lane);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalIsSaidAsASentence(Reason reason) {
        var refused = room("Mara", new RoomState.Refused(Refusal.of(reason)));
        assertThat(sentences.sentence(refused)).endsWith(".").doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyRemovalIsSaidAsASentence(Cause cause) {
        var removed = room("Mara", new RoomState.Removed(cause, "Priya", "off topic"));
        assertThat(sentences.sentence(removed)).endsWith(".").doesNotContain("{");
        assertThat(sentences.theirWords(removed)).isEqualTo("“off topic”");
    }

    @Test
    void whoDidItIsNamed() {
        var removed = room("Mara", new RoomState.Removed(Cause.KICKED, "Priya", ""));
        assertThat(sentences.sentence(removed)).isEqualTo("Priya removed you from this room.");
        assertThat(sentences.theirWords(removed)).isEmpty();
    }

    @Test
    void aPasswordMendsARefusalForWantOfOne() {
        tell("Mara", new RoomState.Refused(Refusal.of(Reason.PASSWORD_NEEDED)));
        assertThat(model.remedyProperty().get()).isEqualTo(Remedy.PASSWORD);
        model.joinWith("");
        model.joinWith(" secret ");
        assertThat(done).containsExactly("join Mara secret ");
    }

    @Test
    void anotherNickMendsAConflict() {
        tell("Mara", new RoomState.Refused(Refusal.of(Reason.NICK_TAKEN)));
        assertThat(model.remedyProperty().get()).isEqualTo(Remedy.OTHER_NICK);
        model.joinAs(" ");
        model.joinAs(" Mara L ");
        assertThat(done).containsExactly("join Mara L");
    }

    @Test
    void nothingMendsABan() {
        tell("Mara", new RoomState.Refused(Refusal.of(Reason.FORBIDDEN)));
        assertThat(model.remedyProperty().get()).isEqualTo(Remedy.NONE);
    }

    @Test
    void aRoomThatWasNeverTriedAsksForANick() {
        tell("", RoomState.LEFT);
        assertThat(model.remedyProperty().get()).isEqualTo(Remedy.OTHER_NICK);
        tell("Mara", RoomState.LEFT);
        assertThat(model.remedyProperty().get()).isEqualTo(Remedy.JOIN);
        model.join();
        assertThat(done).containsExactly("join Mara");
    }

    @Test
    void aSubjectIsAskedForOnceUnlessTheRoomHasIt() {
        model.changeSubject("  ");
        assertThat(model.subjectChangeProperty().get()).isEqualTo(SubjectChange.NONE);
        model.changeSubject(" Paper ");
        assertThat(model.subjectChangeProperty().get()).isEqualTo(SubjectChange.ASKED);
        answer.complete(Optional.empty());
        assertThat(model.subjectChangeProperty().get()).isEqualTo(SubjectChange.NONE);
        assertThat(done).containsExactly("subject Paper");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalOfASubjectIsSaidAsASentence(Reason reason) {
        model.changeSubject("Paper");
        var refusal = Refusal.of(reason);
        answer.complete(Optional.of(refusal));
        assertThat(model.subjectChangeProperty().get())
                .isEqualTo(new SubjectChange.Refused(refusal));
        assertThat(sentences.subjectRefused(model.roomProperty().get(), refusal))
                .endsWith(".")
                .doesNotContain("{");
    }

    @Test
    void anAnswerThatNobodyWaitsForIsNotShown() {
        model.changeSubject("Paper");
        model.forgetSubjectChange();
        answer.complete(Optional.of(Refusal.of(Reason.FORBIDDEN)));
        assertThat(model.subjectChangeProperty().get()).isEqualTo(SubjectChange.NONE);
    }

    private void tell(String nick, RoomState state) {
        lane.execute(() -> room.set(Optional.of(room(nick, state))));
    }

    private static Room room(String nick, RoomState state) {
        return new Room(KEY, "Harbour print co-op", nick, state, "", 0);
    }
}
