package kith.ui.composer;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.model.Spelling;
import kith.model.TextRange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A speller that knows a few words that are wrong, and what is meant by them.
public final class FakeSpelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}’]+");

    /// The texts that were to be checked.
    public final List<String> asked = new ArrayList<>();

    /// What was chosen, added and ignored.
    public final List<String> done = new ArrayList<>();

    private final ImmediateLane core = new ImmediateLane();
    private final Cell<Spelling> state =
            new Cell<>(
                    core,
                    new Spelling(
                            List.of("de_DE", "en_GB", "en_US"),
                            Optional.of("en_GB"),
                            Set.of(),
                            Set.of()));
    private final Map<String, List<String>> wrong;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean isHeld;

    /// @param wrong words, and what may be meant by each
    public FakeSpelling(Map<String, List<String>> wrong) {
        this.wrong = wrong;
    }

    public SpellingCommands commands() {
        return new SpellingCommands(
                state,
                this::misspelt,
                word -> CompletableFuture.completedStage(wrong.getOrDefault(word, List.of())),
                dictionary -> {
                    done.add("choose " + dictionary.orElse("none"));
                    change(it -> with(it, it.installed(), dictionary));
                },
                word -> right("add", word),
                word -> right("ignore", word),
                () -> done.add("look"));
    }

    /// These dictionaries are installed, and the first is used.
    public void install(String... names) {
        var all = List.of(names);
        change(it -> with(it, all, all.stream().findFirst()));
    }

    /// One can't be read.
    public void damage(String name) {
        change(
                it ->
                        new Spelling(
                                it.installed(), it.dictionary(), Set.of(name), it.right()));
    }

    /// From now on it takes its time.
    void hold() {
        isHeld = true;
    }

    /// Answers the oldest question.
    void answer() {
        held.remove().run();
    }

    private void right(String how, String word) {
        done.add(how + " " + word);
        change(
                it -> {
                    var all = new HashSet<>(it.right());
                    all.add(word);
                    return new Spelling(
                            it.installed(), it.dictionary(), it.unreadable(), Set.copyOf(all));
                });
    }

    private CompletionStage<List<TextRange>> misspelt(String text) {
        asked.add(text);
        var answer = new CompletableFuture<List<TextRange>>();
        Runnable check = () -> answer.complete(found(text));
        if (isHeld) {
            held.add(check);
        } else {
            check.run();
        }
        return answer;
    }

    private List<TextRange> found(String text) {
        return WORD.matcher(text)
                .results()
                .filter(it -> wrong.containsKey(it.group()))
                .filter(it -> !state.get().right().contains(it.group()))
                .map(it -> new TextRange(it.start(), it.end()))
                .toList();
    }

    private void change(UnaryOperator<Spelling> change) {
        core.execute(() -> state.update(change));
    }

    private static Spelling with(
            Spelling before, List<String> installed, Optional<String> dictionary) {
        return new Spelling(installed, dictionary, before.unreadable(), before.right());
    }
}
