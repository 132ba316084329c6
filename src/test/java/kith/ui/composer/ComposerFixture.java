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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A composer on fakes, and what it did with them.
abstract class ComposerFixture {

    static final MessageKey MESSAGE = new MessageKey(7);
    static final Answering ANSWERED = new Answering(new MessageKey(9), Optional.of("Layla"), "a");

    final List<String> done = new ArrayList<>();
    final ManualTimer timer = new ManualTimer();
    CompletableFuture<String> outcome = new CompletableFuture<>();
    final List<String> kept = new ArrayList<>();
    final List<Optional<Long>> answers = new ArrayList<>();
    final List<Predicate<String>> writers = new ArrayList<>();
    final List<String> edits = new ArrayList<>();
    final List<BiConsumer<Editing, String>> resuming = new ArrayList<>();
    final List<Consumer<String>> lost = new ArrayList<>();
    final List<Consumer<MessageKey>> leaving = new ArrayList<>();
    final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
    String begun = "";
    final ComposerViewModel model = open();

    ComposerViewModel open() {
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

    Complaint complaint() {
        return model.complaintProperty().get();
    }

    void write(String draft) {
        model.draftProperty().set(draft);
    }
}
