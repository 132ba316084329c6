package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Confidant;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.SendKey;
import kith.ui.composer.Whisper.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// What is written to one person in a room alone goes to them or to nobody: `done` has where each
/// went.
class WhisperingTest {

    private final ImmediateLane lane = new ImmediateLane();
    private final List<String> done = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<Predicate<String>> givers = new ArrayList<>();
    private final Cell<List<Occupant>> people =
            new Cell<>(lane, List.of(maia("o-1"), occupant("Maia Lind", "o-2"), me()));
    private CompletableFuture<String> outcome = new CompletableFuture<>();
    private final ComposerViewModel model = open();

    private ComposerViewModel open() {
        var slash =
                new SlashCommands(
                        Map.of(),
                        Optional.of(
                                new WhisperCommands(
                                        (to, text) -> {
                                            done.add("to " + to.nick() + who(to) + ": " + text);
                                            return outcome;
                                        },
                                        people)));
        return new ComposerViewModel(
                new ComposerCommands(
                        text -> {
                            done.add("all: " + text);
                            return outcome;
                        },
                        (message, text) -> CompletableFuture.completedStage(done.add("edit")),
                        EditCommands.NONE,
                        new ReplyCommands(
                                (message, text) -> {
                                    done.add("reply: " + text);
                                    return outcome;
                                },
                                message -> {},
                                read -> {}),
                        isTyping -> done.add(isTyping ? "typing" : "stopped"),
                        new DraftCommands(
                                given -> {
                                    givers.add(given);
                                    return () -> {};
                                },
                                kept::add,
                                () -> {},
                                text -> {}),
                        slash,
                        new Cell<>(lane, SendKey.ENTER)),
                List.of(new NickCompletion(people::get, List::of)),
                new ManualTimer(),
                lane);
    }

    private static String who(Occupant to) {
        return " " + to.occupantId().orElseGet(() -> "in visit " + to.visit());
    }

    @Test
    void itGoesToThemAlone() {
        write("/msg Maia I'll give thee a wind.");
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
        model.send();
        assertThat(sent()).containsExactly("to Maia o-1: I'll give thee a wind.");
        assertThat(draft()).isEmpty();
        assertThat(whisper()).isEmpty();
        assertThat(kept).endsWith("");
        write("And I another.");
        model.send();
        assertThat(sent()).endsWith("all: And I another.");
    }

    @ParameterizedTest
    @CsvSource({
        "/msg Maia hi, Maia, hi",
        "/msg maia hi, Maia, hi",
        "/whisper Maia hi, Maia, hi",
        "/msg Maia: hi, Maia, hi",
        "/msg Maia Lind hi, Maia Lind, hi",
        "/msg Maia Linden hi, Maia, Linden hi",
        "/msg   Maia   hi, Maia, hi",
        "' /msg Maia hi', Maia, hi"
    })
    void theLongestNickThereIsIsMeant(String typed, String nick, String words) {
        write(typed);
        assertThat(whisper().map(Whisper::nick)).contains(nick);
        model.send();
        assertThat(sent())
                .singleElement()
                .asString()
                .startsWith("to " + nick + " o-")
                .endsWith(": " + words);
    }

    @Test
    void severalLinesAreOneMessage() {
        write("/msg Maia one\ntwo");
        model.send();
        assertThat(sent()).containsExactly("to Maia o-1: one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/msg", "/msg Maia", "/msg Maia  ", " /msg"})
    void withoutWordsNothingIsSent(String typed) {
        write(typed);
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint()).isEqualTo(new Complaint.Incomplete(SlashCommand.MSG));
        assertThat(draft()).isEqualTo(typed);
    }

    @Test
    void whoIsNotThereGetsNothingAndTheUserIsTold() {
        write("/msg Priya hi");
        assertThat(whisper()).contains(new Whisper("Priya", Standing.GONE));
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint())
                .isEqualTo(new Complaint.NotPrivate(new Whisper("Priya", Standing.GONE)));
        assertThat(draft()).isEqualTo("/msg Priya hi");
        write("/msg Me hi");
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint())
                .isEqualTo(new Complaint.NotPrivate(new Whisper("Me", Standing.ONESELF)));
    }

    /// While it is typed, a nick is not yet one that nobody has.
    @Test
    void aNickThatIsBeingTypedIsNobodysYet() {
        write("/msg Ma");
        assertThat(whisper()).isEmpty();
        write("/msg Maia");
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
        write("/msg Prima ");
        assertThat(whisper()).contains(new Whisper("Prima", Standing.GONE));
    }

    /// H20: a nick belongs to whoever has it.
    @Test
    void h20WhoTakesTheNickMeanwhileGetsNothing() {
        write("/msg Maia are you there?");
        inRoom(me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.GONE));
        inRoom(maia("o-9"), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.SOMEBODY_ELSE));
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint())
                .isEqualTo(new Complaint.NotPrivate(new Whisper("Maia", Standing.SOMEBODY_ELSE)));
        assertThat(draft()).isEqualTo("/msg Maia are you there?");
        model.send(); // told so, the user means them
        assertThat(sent()).containsExactly("to Maia o-9: are you there?");
    }

    @Test
    void whoComesBackIsMeantAgain() {
        write("/msg Maia are you there?");
        inRoom(me());
        inRoom(maia("o-1"), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
        model.send();
        assertThat(sent()).containsExactly("to Maia o-1: are you there?");
    }

    /// Where the room doesn't say who is who, nobody who comes back is sure to be the same.
    @Test
    void whereNobodyKnowsWhoIsWhoAnybodyMayBeSomebodyElse() {
        inRoom(nobodyKnown("Maia"), me());
        write("/msg Maia are you there?");
        inRoom(me());
        inRoom(nobodyKnown("Maia").inVisit(1), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.SOMEBODY_ELSE));
        model.send();
        assertThat(sent()).isEmpty();
    }

    /// H20: that one has left and another come may show at once, without a gap between.
    @Test
    void h20WhoHasTheNickFromOneSightToTheNextGetsNothing() {
        inRoom(nobodyKnown("Maia"), me());
        write("/msg Maia are you there?");
        inRoom(nobodyKnown("Maia").inVisit(1), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.SOMEBODY_ELSE));
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint())
                .isEqualTo(new Complaint.NotPrivate(new Whisper("Maia", Standing.SOMEBODY_ELSE)));
        assertThat(draft()).isEqualTo("/msg Maia are you there?");
        inRoom(nobodyKnown("Maia").inVisit(2), me());
        model.send();
        assertThat(sent()).as("another again").isEmpty();
        model.send();
        assertThat(sent()).containsExactly("to Maia in visit 2: are you there?");
    }

    /// Of whom the room says who they are it doesn't matter when they came.
    @Test
    void whoIsKnownToBeTheSameIsMeantInWhicheverVisit() {
        write("/msg Maia are you there?");
        inRoom(maia("o-1").inVisit(1), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
        model.send();
        assertThat(sent()).containsExactly("to Maia o-1: are you there?");
    }

    /// The room says who they are only after they were there.
    @Test
    void whoBecomesKnownIsMeantFromThenOn() {
        inRoom(nobodyKnown("Maia"), me());
        write("/msg Maia are you there?");
        inRoom(maia("o-1"), me());
        inRoom(maia("o-1").inVisit(1), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
        inRoom(maia("o-9").inVisit(2), me());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.SOMEBODY_ELSE));
    }

    /// H20: an answer is for whoever said it, also where only their visit is known.
    @Test
    void h20AnAnswerToSomebodyWhoHasGoneIsNotForWhoIsCalledSoSince() {
        inRoom(nobodyKnown("Maia").inVisit(1), me());
        model.whisper(new Confidant("Maia"), OptionalInt.of(0));
        write(draft() + "late?");
        assertThat(whisper()).contains(new Whisper("Maia", Standing.SOMEBODY_ELSE));
        model.send();
        assertThat(sent()).isEmpty();
        model.whisper(new Confidant("Maia"), OptionalInt.of(1));
        model.send();
        assertThat(sent()).containsExactly("to Maia in visit 1: late?");
    }

    /// A longer nick, of somebody who has only now come, would be meant by what is there already.
    @Test
    void whoComesWithALongerNickGetsNothing() {
        write("/msg Maia Stone is late");
        inRoom(maia("o-1"), occupant("Maia Stone", "o-7"), me());
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint())
                .isEqualTo(
                        new Complaint.NotPrivate(
                                new Whisper("Maia Stone", Standing.SOMEBODY_ELSE)));
    }

    @Test
    void anAnswerGoesToWhoeverSaidItWhateverTheirNickIsNow() {
        write("late?");
        inRoom(occupant("Mai", "o-1"), maia("o-9"), me());
        model.whisper(new Confidant("Maia", Optional.of("o-1")), OptionalInt.empty());
        assertThat(draft()).isEqualTo("/msg Mai late?");
        model.send();
        assertThat(sent()).containsExactly("to Mai o-1: late?");
        model.whisper(new Confidant("Maia", Optional.of("o-3")), OptionalInt.empty());
        assertThat(whisper()).contains(new Whisper("Maia", Standing.SOMEBODY_ELSE));
    }

    @Test
    void anotherIsChosenInPlaceOfOne() {
        write("/msg Maia hi");
        model.whisper(new Confidant("Maia Lind", Optional.of("o-2")), OptionalInt.empty());
        assertThat(draft()).isEqualTo("/msg Maia Lind hi");
        model.cancelWhisper();
        assertThat(draft()).isEqualTo("hi");
        assertThat(whisper()).isEmpty();
    }

    @Test
    void itAnswersNoMessageAndLeavesAChange() {
        model.reply(new Answering(new MessageKey(9), Optional.of("Layla"), "a"));
        model.whisper(new Confidant("Maia", Optional.of("o-1")), OptionalInt.empty());
        assertThat(model.answeringProperty().get()).isEmpty();
        write(draft() + "hi");
        model.send();
        assertThat(sent()).containsExactly("to Maia o-1: hi");
    }

    @Test
    void nobodyIsToldThatItIsBeingWritten() {
        write("/msg Maia hi");
        assertThat(done).doesNotContain("typing");
        write("hi");
        assertThat(done).contains("typing");
    }

    /// Two texts may have come together, of which one could not be kept.
    @ParameterizedTest
    @ValueSource(
            strings = {"hello\n/msg Maia hush", "hello\n  /msg Maia", "/me waves\n/msg Maia x"})
    void behindOtherWordsItIsSentToNobody(String typed) {
        write(typed);
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint()).isEqualTo(new Complaint.Mixed());
        assertThat(draft()).isEqualTo(typed);
    }

    @Test
    void inPlaceOfWhatWasSaidToAllItIsSentToNobody() {
        model.edit(new MessageKey(7), "Lovely");
        write("/msg Maia hush");
        model.send();
        assertThat(sent()).isEmpty();
        assertThat(complaint()).isEqualTo(new Complaint.Mixed());
    }

    @Test
    void twoSlashesAreForAll() {
        write("//msg Maia hi");
        assertThat(whisper()).isEmpty();
        model.send();
        assertThat(sent()).containsExactly("all: /msg Maia hi");
    }

    @Test
    void whatCanNotBeKeptComesBackAsPrivate() {
        write("/msg Maia hi");
        model.send();
        outcome.completeExceptionally(new IllegalStateException("the disk is full"));
        assertThat(draft()).isEqualTo("/msg Maia hi");
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
    }

    /// It says so itself.
    @Test
    void aDraftThatIsFoundAgainIsPrivate() {
        assertThat(givers.getFirst().test("/msg Maia hush")).isTrue();
        assertThat(whisper()).contains(new Whisper("Maia", Standing.THERE));
    }

    @Test
    void nicksAreCompletedBehindIt() {
        write("/msg li");
        assertThat(model.completion().isOpen()).isTrue();
        model.completion().take();
        assertThat(draft()).isEqualTo("/msg Maia Lind ");
    }

    private void write(String text) {
        model.draftProperty().set(text);
        model.caretProperty().set(text.length());
    }

    private void inRoom(Occupant... now) {
        lane.execute(() -> people.set(List.of(now)));
    }

    private String draft() {
        return model.draftProperty().get();
    }

    private Complaint complaint() {
        return model.complaintProperty().get();
    }

    private Optional<Whisper> whisper() {
        return model.whisperProperty().get();
    }

    private List<String> sent() {
        return done.stream().filter(each -> each.contains(": ") || each.equals("edit")).toList();
    }

    private static Occupant maia(String id) {
        return occupant("Maia", id);
    }

    private static Occupant occupant(String nick, String id) {
        return occupant(nick, Optional.of(id), false);
    }

    private static Occupant nobodyKnown(String nick) {
        return occupant(nick, Optional.empty(), false);
    }

    private static Occupant me() {
        return occupant("Me", Optional.of("o-0"), true);
    }

    private static Occupant occupant(String nick, Optional<String> id, boolean isMe) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                isMe,
                id,
                List.of());
    }
}
