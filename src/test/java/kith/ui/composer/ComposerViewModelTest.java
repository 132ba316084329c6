package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.base.Subscription;
import kith.model.EditDraft;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.SendKey;
import kith.ui.composer.ComposerViewModel.Access;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

class ComposerViewModelTest {

    private static final MessageKey MESSAGE = new MessageKey(7);
    private static final Answering ANSWERED = new Answering(new MessageKey(9), "Layla", "a");

    private final List<String> done = new ArrayList<>();
    private final ManualTimer timer = new ManualTimer();
    private CompletableFuture<String> outcome = new CompletableFuture<>();
    private final List<String> kept = new ArrayList<>();
    private final List<Optional<Long>> answers = new ArrayList<>();
    private final List<Predicate<String>> writers = new ArrayList<>();
    private final List<String> edits = new ArrayList<>();
    private final List<BiConsumer<Editing, String>> resuming = new ArrayList<>();
    private final List<Consumer<String>> lost = new ArrayList<>();
    private final List<Consumer<MessageKey>> leaving = new ArrayList<>();
    private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    private String begun = "";
    private final ComposerViewModel model = open();

    private ComposerViewModel open() {
        return new ComposerViewModel(
                new ComposerCommands(
                        this::send,
                        (message, text) -> send(message.row() + " " + text),
                        new EditCommands(
                                this::beginEdit,
                                edit -> edits.add(edit.map(EditDraft::text).orElse("none")),
                                () -> edits.add("settled")),
                        new ReplyCommands(
                                (message, text) -> send("to " + message.row() + " " + text),
                                message -> answers.add(message.map(MessageKey::row)),
                                read -> {}),
                        isTyping -> done.add(isTyping ? "typing" : "stopped"),
                        new DraftCommands(
                                this::begin,
                                kept::add,
                                () -> kept.add("settled"),
                                text -> kept.add("back: " + text)),
                        new SlashCommands(
                                Map.of(
                                        SlashCommand.NICK,
                                        nick -> answer,
                                        SlashCommand.TOPIC,
                                        this::topic,
                                        SlashCommand.LEAVE,
                                        this::leave)),
                        new Cell<>(new ImmediateLane(), SendKey.ENTER)),
                List.of(new EmojiCompletion()),
                timer,
                new ImmediateLane());
    }

    private CompletionStage<Optional<Refusal>> topic(String words) {
        done.add("topic " + words);
        return answer;
    }

    private CompletionStage<Optional<Refusal>> leave(String words) {
        done.add("leave" + words);
        return answer;
    }

    private Subscription beginEdit(EditWatcher watcher) {
        resuming.add(watcher::resume);
        lost.add(watcher::unchangeable);
        leaving.add(watcher::gone);
        return () -> edits.add("closed");
    }

    private Subscription begin(Predicate<String> given) {
        writers.add(given);
        if (!begun.isEmpty()) {
            assertThat(given.test(begun)).isTrue();
        }
        return () -> writers.remove(given);
    }

    private CompletionStage<String> send(String text) {
        done.add("send " + text);
        kept.add("send");
        return outcome;
    }

    /// The disk may be full (F19).
    @Test
    void whatCanNotBeKeptComesBack() {
        write("Lovely.");
        model.send();
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void whatComesBackStandsBeforeWhatWasBegunMeanwhile() {
        write("Lovely.");
        model.send();
        write("And th");
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nAnd th");
    }

    @Test
    void severalThatComeBackStandInTheirOrder() {
        write("one");
        model.send();
        var first = outcome;
        outcome = new CompletableFuture<>();
        write("two");
        model.send();
        write("three");
        first.cancel(false);
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void whatCanNotBeKeptComesBackToTheDraftOfAPageThatIsClosed() {
        write("Lovely.");
        model.send();
        model.close();
        outcome.cancel(false);
        assertThat(kept).endsWith("back: Lovely.");
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void isToldWhatCameBackFromAPageBefore() {
        write("And th");
        assertThat(writers.getFirst().test("Lovely.")).isTrue();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nAnd th");
        assertThat(model.caretProperty().get()).isEqualTo(14);
        assertThat(kept).endsWith("Lovely.\nAnd th");
        var given = writers.getFirst();
        model.close();
        assertThat(given.test("More")).as("nobody is here to take it").isFalse();
    }

    @Test
    void beginsWithTheDraftAndItsCaretBehindItAndNobodyIsTyping() {
        begun = "half a thought";
        var again = open();
        assertThat(again.draftProperty().get()).isEqualTo("half a thought");
        assertThat(again.caretProperty().get()).isEqualTo(14);
        assertThat(done).isEmpty();
    }

    @Test
    void keepsEachChangeAndSettlesWhenTheUserTurnsAway() {
        write("L");
        write("Lo");
        model.leave();
        assertThat(kept).containsExactly("L", "Lo", "settled");
    }

    /// Else a kill between the two would lose it.
    @Test
    void theDraftIsEmptiedOnlyOnceTheMessageIsOnItsWay() {
        write("Lovely.");
        kept.clear();
        model.send();
        assertThat(kept).containsExactly("send", "");
    }

    @Test
    void sendsTheDraftAndEmptiesIt() {
        write("Lovely.");
        model.send();
        assertThat(done).containsExactly("typing", "stopped", "send Lovely.");
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void whatBeginsWithASlashIsDoneAndNotSent() {
        write("/topic  Riso night ");
        model.send();
        write("/part");
        model.send();
        assertThat(done)
                .contains("topic Riso night", "leave")
                .noneMatch(it -> it.startsWith("send"));
        assertThat(model.draftProperty().get()).isEmpty();
        assertThat(kept).endsWith("/part", "");
    }

    @Test
    void aNickThatIsInUseComesBackAndIsNamed() {
        var refusal = Refusal.of(Refusal.Reason.NICK_TAKEN);
        write("/nick Mara");
        model.send();
        assertThat(model.draftProperty().get()).isEmpty();
        answer.complete(Optional.of(refusal));
        assertThat(model.draftProperty().get()).isEqualTo("/nick Mara");
        assertThat(complaint())
                .isEqualTo(new Complaint.Refused(SlashCommand.NICK, "Mara", refusal));
        write("/nick");
        model.send();
        assertThat(complaint()).isEqualTo(new Complaint.Incomplete(SlashCommand.NICK));
    }

    /// Before other words it would be no command, or mean these, too.
    @Test
    void whatIsRefusedComesBackBeforeNothingElse() {
        var refusal = Refusal.of(Refusal.Reason.NICK_TAKEN);
        write("/nick Mara");
        model.send();
        write("And th");
        answer.complete(Optional.of(refusal));
        assertThat(model.draftProperty().get()).isEqualTo("And th");
        assertThat(complaint())
                .isEqualTo(new Complaint.Refused(SlashCommand.NICK, "Mara", refusal));
    }

    @Test
    void aNickOfSeveralLinesIsNotAskedFor() {
        write("/nick Mara\nand a thought");
        model.send();
        assertThat(model.draftProperty().get()).isEqualTo("/nick Mara\nand a thought");
        assertThat(complaint()).isEqualTo(new Complaint.SeveralLines());
        assertThat(kept).as("it is no longer asked").doesNotContain("");
    }

    @Test
    void whatTheRoomRefusesComesBackAndSaysWhy() {
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        write("/topic Riso night");
        model.send();
        answer.complete(Optional.of(refusal));
        assertThat(model.draftProperty().get()).isEqualTo("/topic Riso night");
        assertThat(complaint())
                .isEqualTo(new Complaint.Refused(SlashCommand.TOPIC, "Riso night", refusal));
        write("/topic Riso");
        assertThat(complaint()).isEqualTo(Complaint.NONE);
    }

    @Test
    void anUnknownCommandIsNeverSent() {
        write("/nope, never");
        model.send();
        assertThat(done).containsExactly("typing");
        assertThat(model.draftProperty().get()).isEqualTo("/nope, never");
        assertThat(complaint()).isEqualTo(new Complaint.UnknownCommand("nope,"));
    }

    @Test
    void aCommandWithoutWhatItNeedsIsNotDone() {
        for (var command : List.of(SlashCommand.TOPIC, SlashCommand.ME)) {
            write("/" + command.word() + " ");
            model.send();
            assertThat(complaint()).isEqualTo(new Complaint.Incomplete(command));
        }
        assertThat(done).containsExactly("typing");
    }

    @Test
    void twoSlashesSendOne() {
        write("//nope");
        model.send();
        assertThat(done).contains("send /nope");
    }

    @Test
    void whatCanNotBeKeptComesBackAsItWasTyped() {
        write("//nope");
        model.send();
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("//nope");
    }

    @Test
    void meIsSentAsItIsTyped() {
        write("/me waves");
        model.send();
        assertThat(done).contains("send /me waves");
    }

    @Test
    void aSlashElsewhereIsNone() {
        write(" /topic\n/leave 1/2");
        model.send();
        assertThat(done).contains("send  /topic\n/leave 1/2");
    }

    private Complaint complaint() {
        return model.complaintProperty().get();
    }

    @Test
    void sendsNothingBlank() {
        write(" \n ");
        model.send();
        assertThat(done).isEmpty();
        assertThat(model.canSendBinding().get()).isFalse();
    }

    @Test
    void leavesOutBlankLinesAroundAndKeepsTheIndent() {
        write("\n  \n    code\n\n");
        model.send();
        assertThat(done).contains("send     code");
    }

    @Test
    void keepsTheDraftWhereTheUserMayNotWrite() {
        model.accessProperty().set(Access.VISITOR);
        write("Lovely.");
        model.send();
        assertThat(done).doesNotContain("send Lovely.");
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void saysOnceThatTheUserIsTyping() {
        write("L");
        write("Lo");
        write("Lov");
        assertThat(done).containsExactly("typing");
    }

    @Test
    void saysThatTheUserStoppedAfterHalfAMinute() {
        write("L");
        timer.pass(Duration.ofSeconds(29));
        write("Lo");
        timer.pass(Duration.ofSeconds(29));
        assertThat(done).containsExactly("typing");
        timer.pass(Duration.ofSeconds(1));
        assertThat(done).containsExactly("typing", "stopped");
        write("Lov");
        assertThat(done).containsExactly("typing", "stopped", "typing");
    }

    @Test
    void saysThatTheUserStoppedWhenAllIsTakenAway() {
        write("L");
        write("");
        assertThat(done).containsExactly("typing", "stopped");
    }

    @Test
    void saysThatTheUserStoppedWhenThePageCloses() {
        write("L");
        model.close();
        assertThat(done).containsExactly("typing", "stopped");
        assertThat(timer.waiting()).isZero();
    }

    @Test
    void aMessageThatIsTakenUpIsSentAgainInItsPlaceAndTheDraftComesBack() {
        write("Half a th");
        model.edit(MESSAGE, "Lovly.");
        assertThat(model.draftProperty().get()).isEqualTo("Lovly.");
        assertThat(model.editingProperty().get()).contains(new Editing(MESSAGE, "Lovly."));
        write("Lovely.\n");
        model.send();
        assertThat(done).contains("send 7 Lovely.");
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
    }

    @Test
    void aMessageStaysAsItWasWhereTheUserLeavesItOrChangesNothing() {
        write("Half a th");
        model.edit(MESSAGE, "Lovely.");
        write("Lovely?");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
        model.edit(MESSAGE, "Lovely.");
        model.send();
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(done).noneMatch(each -> each.startsWith("send"));
    }

    @Test
    void anotherThatIsTakenUpMeanwhileKeepsWhatWasWrittenBeforeBoth() {
        write("Half a th");
        model.edit(MESSAGE, "one");
        model.edit(new MessageKey(8), "two");
        assertThat(model.draftProperty().get()).isEqualTo("two");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
    }

    @Test
    void aChangeThatCanNotBeKeptComesBack() {
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        outcome.completeExceptionally(new IllegalStateException("disk full"));
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
        assertThat(model.editingProperty().get().map(Editing::message)).contains(MESSAGE);
        done.clear();
        model.send();
        assertThat(done).as("though it is what came back").contains("send 7 Lovely.");
    }

    @Test
    void howFarAChangeHasComeIsKeptUntilItIsSentOrLeft() {
        model.edit(MESSAGE, "Lovly.");
        write("Lovel");
        assertThat(edits).as("nothing while it is as it was").containsExactly("Lovel");
        assertThat(kept).as("it is no draft").doesNotContain("Lovel");
        model.leave();
        assertThat(edits).endsWith("settled");
        model.send();
        assertThat(edits).endsWith("none");
        write("Lovel");
        model.edit(MESSAGE, "Lovly.");
        write("Lovel");
        model.cancelEdit();
        assertThat(edits).endsWith("Lovel", "none");
        model.close();
        assertThat(edits).endsWith("closed");
    }

    @Test
    void aChangeThatWasLeftComesBackWithTheDraftBehindIt() {
        model.onBegin(() -> done.add("begun"));
        assertThat(writers.getFirst().test("Half a th")).isTrue();
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.editingProperty().get()).contains(new Editing(MESSAGE, "Lovly."));
        assertThat(model.draftProperty().get()).isEqualTo("Lovel");
        assertThat(model.caretProperty().get()).isEqualTo(5);
        assertThat(done).as("nor does it take the focus").doesNotContain("begun");
        write("Lovely.");
        model.send();
        assertThat(done).contains("send 7 Lovely.");
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
    }

    @Test
    void itTakesTheFieldOfNobodyWhoIsTypingAndStaysKept() {
        write("And th");
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("And th");
        model.edit(new MessageKey(8), "by accident");
        model.cancelEdit();
        model.leave();
        model.close();
        assertThat(edits).containsExactly("settled", "closed");
    }

    @Test
    void itsWordsComeBackWhereTheMessageCanBeChangedNoMore() {
        write("And th");
        kept.clear();
        lost.getFirst().accept("Lovely");
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely\nAnd th");
        assertThat(complaint()).isEqualTo(new Complaint.Unchangeable());
        assertThat(kept)
                .as("before the change is forgotten")
                .containsExactly("Lovely\nAnd th", "settled");
        assertThat(edits).containsExactly("none");
        model.close();
        lost.getFirst().accept("Lovely");
        assertThat(edits).as("nobody is here to take it").containsExactly("none", "closed");
    }

    @Test
    void whoHasSentOrLeftAChangeWritesNoMore() {
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        assertThat(done).containsExactly("typing", "stopped", "send 7 Lovely.");
        model.edit(MESSAGE, "Lovly.");
        write("Lovel");
        model.cancelEdit();
        assertThat(done).endsWith("typing", "stopped");
    }

    @Test
    void itComesTooLateOnceTheUserHasChosenAnotherOrNone() {
        model.edit(new MessageKey(8), "two");
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.draftProperty().get()).isEqualTo("two");
        model.cancelEdit();
        resuming.getFirst().accept(new Editing(MESSAGE, "Lovly."), "Lovel");
        assertThat(model.editingProperty().get()).isEmpty();
    }

    @Test
    void aMessageThatIsGoneIsChangedNoMore() {
        write("Half a th");
        model.edit(MESSAGE, "Lovly.");
        leaving.getFirst().accept(new MessageKey(8));
        assertThat(model.editingProperty().get()).isPresent();
        leaving.getFirst().accept(MESSAGE);
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Half a th");
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        outcome.cancel(false);
        assertThat(model.editingProperty().get()).isEmpty();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nHalf a th");
        assertThat(complaint()).isEqualTo(new Complaint.Unchangeable());
        write("Lovely.");
        assertThat(complaint()).isEqualTo(Complaint.NONE);
    }

    @Test
    void aChangeThatComesBackTakesNoOthersPlace() {
        write("Half a th");
        model.edit(MESSAGE, "Lovly.");
        write("Lovely.");
        model.send();
        model.edit(new MessageKey(8), "two");
        write("two and a half");
        outcome.completeExceptionally(new IllegalStateException("disk full"));
        assertThat(model.editingProperty().get().map(Editing::message)).contains(new MessageKey(8));
        assertThat(model.draftProperty().get()).isEqualTo("two and a half");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.\nHalf a th");
    }

    @Test
    void whatComesBackMeanwhileStandsWithTheDraftAndNotInTheChange() {
        write("And th");
        model.edit(MESSAGE, "Lovly.");
        assertThat(writers.getFirst().test("Half a thought.")).isTrue();
        assertThat(model.draftProperty().get()).isEqualTo("Lovly.");
        assertThat(kept).endsWith("Half a thought.\nAnd th");
        model.cancelEdit();
        assertThat(model.draftProperty().get()).isEqualTo("Half a thought.\nAnd th");
    }

    @Test
    void nothingIsTakenUpWhereTheUserMayNotWrite() {
        model.accessProperty().set(Access.VISITOR);
        model.edit(MESSAGE, "Lovely.");
        assertThat(model.editingProperty().get()).isEmpty();
    }

    @Test
    void whatIsWrittenAnswersTheMessageThatWasChosen() {
        write("Half a th");
        model.reply(ANSWERED);
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        assertThat(answers).endsWith(Optional.of(9L));
        write("Half a thought.");
        model.send();
        assertThat(done).contains("send to 9 Half a thought.");
        assertThat(model.answeringProperty().get()).isEmpty();
        assertThat(answers).endsWith(Optional.<Long>empty());
        write("And another.");
        model.send();
        assertThat(done).contains("send And another.");
    }

    @Test
    void anAnswerThatCanNotBeKeptComesBackAsOne() {
        model.reply(ANSWERED);
        write("Lovely.");
        model.send();
        outcome.cancel(false);
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
    }

    /// Wherever it stands, and whatever part of the chat is before the user.
    @Test
    void aMessageThatIsGoneIsAnsweredNoMore() {
        write("Lovely.");
        model.reply(ANSWERED);
        leaving.getFirst().accept(MESSAGE);
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        leaving.getFirst().accept(ANSWERED.message());
        assertThat(model.answeringProperty().get()).isEmpty();
        assertThat(answers).endsWith(Optional.<Long>empty());
        assertThat(model.draftProperty().get()).isEqualTo("Lovely.");
    }

    @Test
    void whoLeavesTheMessageAnswersNone() {
        model.reply(ANSWERED);
        model.cancelReply();
        assertThat(answers).endsWith(Optional.<Long>empty());
        write("Lovely.");
        model.send();
        assertThat(done).contains("send Lovely.");
    }

    @Test
    void whatWasBeingAnsweredComesTooLateOnceTheUserHasChosen() {
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        model.cancelReply();
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).isEmpty();
        var other = new Answering(new MessageKey(10), "Layla", "b");
        model.reply(other);
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).contains(other);
    }

    @Test
    void whatWasBeingAnsweredComesTooLateOnceSomethingWasSent() {
        write("Lovely.");
        model.send();
        model.resumeReply(ANSWERED);
        assertThat(model.answeringProperty().get()).isEmpty();
        assertThat(answers).containsExactly(Optional.empty());
    }

    @Test
    void anAnswerThatCanNotBeKeptIsOneStillWhenThePageIsClosed() {
        model.reply(ANSWERED);
        write("Lovely.");
        model.send();
        model.close();
        outcome.cancel(false);
        assertThat(kept).endsWith("back: Lovely.");
        assertThat(answers).endsWith(Optional.of(9L));
    }

    @Test
    void aMessageThatIsAnsweredLeavesTheOneThatWasChangedAsItWas() {
        model.reply(ANSWERED);
        model.edit(MESSAGE, "Lovely.");
        assertThat(model.answeringProperty().get()).contains(ANSWERED);
        model.cancelEdit();
        model.edit(MESSAGE, "Lovely.");
        model.reply(ANSWERED);
        assertThat(model.editingProperty().get()).isEmpty();
        model.accessProperty().set(Access.VISITOR);
        model.cancelReply();
        model.reply(ANSWERED);
        assertThat(model.answeringProperty().get()).isEmpty();
    }

    private void write(String draft) {
        model.draftProperty().set(draft);
    }
}
