package kith.session.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.PasswordKeeping;
import kith.model.ServerAddress;
import kith.model.Spelling;
import kith.session.Preferences;
import kith.store.AccountStore;
import kith.store.ChatStore;
import kith.store.Db;
import kith.store.SettingStore;
import kith.store.SpellingStore;
import kith.store.dictionary.DictionaryFolders;
import kith.store.dictionary.TinyDictionary;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class SpellingServiceTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-20T09:00:00Z"));

    @TempDir Path folder;
    private final Locale before = Locale.getDefault();
    private final ImmediateLane core = new ImmediateLane();
    private final ManualTimer timer = new ManualTimer();
    private final Db db = Db.inMemory(core, CLOCK);
    private Executor io = Runnable::run;
    private final ChatKey layla = chat("layla@birke.example");
    private final ChatKey jonas = chat("jonas@birke.example");
    private SpellingService spelling;

    @BeforeEach
    void beginInBritain() {
        Locale.setDefault(Locale.UK);
        spelling = begin();
    }

    @AfterEach
    void backHome() {
        Locale.setDefault(before);
        core.execute(db::close);
    }

    @Test
    void withoutDictionariesNothingIsChecked() {
        assertThat(spelling.in(layla).get()).isEqualTo(Spelling.NONE);
        assertThat(misspelt(layla, "harbor")).isEmpty();
        assertThat(now(spelling.suggest(layla, "harbor"))).isEmpty();
    }

    @Test
    void checksByTheDictionaryOfTheUsersCountry() {
        install("en_US", "en_GB", "de_DE");
        assertThat(dictionary(layla)).contains("en_GB");
        assertThat(misspelt(layla, "We meet at the harbor, not the bridge"))
                .containsExactly("at", "harbor", "not");
        assertThat(now(spelling.suggest(layla, "harbor"))).first().isEqualTo("harbour");
    }

    @Test
    void takesTheNextBestDictionaryOfTheLanguageElseNone() {
        install("de_AT", "de_DE", "en_US", "en_ZA-large", "pt_BR");
        Locale.setDefault(Locale.of("de", "CH"));
        assertThat(dictionary(layla)).contains("de_DE");
        Locale.setDefault(Locale.of("pt", "PT"));
        assertThat(dictionary(layla)).contains("pt_BR");
        Locale.setDefault(Locale.of("en", "ZA"));
        assertThat(dictionary(layla)).contains("en_ZA-large");
        Locale.setDefault(Locale.of("fr", "FR"));
        assertThat(dictionary(layla)).isEmpty();
        Locale.setDefault(Locale.of("d", "DE"));
        assertThat(dictionary(layla)).isEmpty();
        Locale.setDefault(Locale.ROOT);
        assertThat(dictionary(layla)).isEmpty();
    }

    @Test
    void remembersTheLanguageOfEachChatAndTheLastOneForTheOthers() {
        install("de_DE", "en_GB", "fr_FR");
        spelling.choose(layla, Optional.of("de_DE"));
        assertThat(dictionary(layla)).contains("de_DE");
        assertThat(dictionary(jonas)).contains("de_DE");
        spelling.choose(jonas, Optional.of("fr_FR"));
        spelling = begin();
        assertThat(dictionary(layla)).contains("de_DE");
        assertThat(dictionary(jonas)).contains("fr_FR");
        assertThat(dictionary(chat("ingrid@hearth.example"))).contains("fr_FR");
    }

    /// What is chosen in one chat changes nothing where something was checked before.
    @Test
    void aChatThatWasCheckedStaysWithItsLanguage() {
        install("de_DE", "en_GB");
        assertThat(misspelt(jonas, "harbor")).containsExactly("harbor");
        spelling.choose(layla, Optional.of("de_DE"));
        assertThat(dictionary(jonas)).contains("en_GB");
        assertThat(misspelt(chat("ingrid@hearth.example"), "harbor")).containsExactly("harbor");
        spelling.choose(layla, Optional.empty());
        spelling = begin();
        assertThat(dictionary(jonas)).contains("en_GB");
        assertThat(dictionary(chat("ingrid@hearth.example"))).contains("de_DE");
        assertThat(dictionary(chat("priya@birke.example"))).isEmpty(); // as was chosen last
    }

    @Test
    void aWordOfTheUsersCanBeTakenBack() {
        install("en_GB");
        spelling.add("kith");
        spelling.ignore("Verona");
        assertThat(spelling.in(layla).get().own()).containsExactly("kith");
        spelling.remove("kith");
        spelling.remove("Padua");
        assertThat(misspelt(layla, "Kith kith Verona")).containsExactly("Kith", "kith");
        spelling = begin();
        assertThat(spelling.in(layla).get().own()).isEmpty();
    }

    @Test
    void offIsAChoiceToo() {
        install("en_GB");
        spelling.choose(layla, Optional.empty());
        spelling = begin();
        assertThat(dictionary(layla)).isEmpty();
        assertThat(spelling.in(layla).get().isOn()).isFalse();
        assertThat(misspelt(layla, "harbor")).isEmpty();
    }

    @Test
    void aDictionaryThatIsGoneCountsAsNotChosen() throws IOException {
        install("de_DE", "en_GB");
        spelling.choose(layla, Optional.of("de_DE"));
        Files.delete(folder.resolve("de_DE.dic"));
        spelling.lookAgain();
        assertThat(dictionary(layla)).contains("en_GB");
        install("de_DE");
        assertThat(dictionary(layla)).contains("de_DE"); // it was not forgotten
    }

    @Test
    void wordsOfTheUsersAreRightForEverOrForNow() {
        install("en_GB");
        spelling.add("kith");
        spelling.ignore("Verona");
        assertThat(misspelt(layla, "Kith kith Verona verona")).containsExactly("verona");
        assertThat(spelling.in(jonas).get().right()).containsExactlyInAnyOrder("kith", "Verona");
        spelling = begin();
        assertThat(misspelt(layla, "Kith Verona")).containsExactly("Verona");
    }

    @Test
    void oneThatCantBeReadIsKnownToBeSoAndTriedAgainWhenChosenAgain() {
        TinyDictionary.write(folder, "en_GB", "AF 2147483647\n", "1\nharbour\n");
        install("en_US");
        assertThat(misspelt(layla, "harbor")).isEmpty();
        var state = spelling.in(layla).get();
        assertThat(state.unreadable()).containsExactly("en_GB");
        assertThat(state.isOn()).isFalse();

        TinyDictionary.english(folder, "en_GB");
        spelling.choose(layla, Optional.of("en_GB"));
        assertThat(misspelt(layla, "harbor")).containsExactly("harbor");
        assertThat(spelling.in(layla).get().unreadable()).isEmpty();
    }

    @Test
    void oneThatWasTakenAwayMeanwhileIsUnreadable() throws IOException {
        install("en_GB");
        Files.delete(folder.resolve("en_GB.aff"));
        assertThat(misspelt(layla, "harbor")).isEmpty();
        assertThat(spelling.in(layla).get().unreadable()).containsExactly("en_GB");
    }

    @Test
    void isReadOnceForAllAndPutAwayWhenUnusedForLong() {
        var opened = new ArrayList<String>();
        TinyDictionary.english(folder, "en_GB");
        var folders = new DictionaryFolders(List.of(folder));
        var shelf =
                new BookShelf(
                        name -> {
                            opened.add(name);
                            return folders.open(name);
                        },
                        timer,
                        io,
                        core);
        core.execute(() -> assertThat(shelf.take("en_GB")).isSameAs(shelf.take("en_GB")));
        timer.pass(Duration.ofMinutes(15));
        core.execute(() -> assertThat(shelf.take("en_GB")).isDone());
        timer.pass(Duration.ofMinutes(15));
        assertThat(opened).containsExactly("en_GB");
        assertThat(shelf.size()).isEqualTo(1);
        timer.pass(Duration.ofMinutes(6));
        assertThat(shelf.size()).isZero();
        assertThat(timer.waiting()).isZero();
        core.execute(() -> assertThat(shelf.take("en_GB")).isDone());
        assertThat(opened).containsExactly("en_GB", "en_GB");
    }

    @Test
    void oneWhoseReadingFailsIsReadAnew() {
        var fails = new AtomicBoolean(true);
        var shelf =
                new BookShelf(
                        _ -> {
                            if (fails.getAndSet(false)) {
                                throw new IllegalStateException("no room");
                            }
                            return Optional.empty();
                        },
                        timer,
                        io,
                        core);
        core.execute(() -> assertThat(shelf.take("en_GB")).isCompletedExceptionally());
        core.execute(() -> assertThat(shelf.take("en_GB")).isCompletedWithValue(Optional.empty()));
    }

    @Test
    void oneThatIsNotReadInTimeIsUnreadableAndAnotherCanBeChosen() {
        TinyDictionary.english(folder, "en_US");
        install("en_GB");
        io = _ -> {}; // as if it had no end
        var answer = spelling.misspelt(layla, "harbor").toCompletableFuture();
        timer.pass(Duration.ofSeconds(80));
        assertThat(spelling.in(layla).get().isOn()).isTrue();
        io = Runnable::run;
        timer.pass(Duration.ofSeconds(11));
        assertThat(answer).isCompletedWithValue(List.of());
        assertThat(spelling.in(layla).get().unreadable()).containsExactly("en_GB");
        spelling.choose(layla, Optional.of("en_US"));
        assertThat(misspelt(layla, "harbor")).containsExactly("harbor");
        assertThat(timer.waiting()).isEqualTo(2); // until each is put away
    }

    @Test
    void oneThatIsTooSlowIsUnreadable() {
        var affixes = "SET UTF-8\nCOMPOUNDFLAG C\nCOMPOUNDMIN 1\n";
        TinyDictionary.write(folder, "en_GB", affixes, "3\na/C\naa/C\naaa/C\n");
        install("en_US");
        var text = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            text.append("a".repeat(40)).append("b".repeat(i)).append(' ');
        }
        misspelt(layla, text.toString());
        assertThat(spelling.in(layla).get().unreadable()).containsExactly("en_GB");
    }

    @Test
    void nothingIsReadOrAskedOnTheLaneOfTheState() {
        var waiting = new ArrayDeque<Runnable>();
        TinyDictionary.english(folder, "en_GB");
        io = waiting::add;
        spelling = begin();
        assertThat(spelling.in(layla).get().installed()).isEmpty();
        waiting.remove().run(); // looks what there is
        var answer = spelling.misspelt(layla, "harbor").toCompletableFuture();
        while (!waiting.isEmpty()) {
            assertThat(answer).isNotDone();
            waiting.remove().run();
        }
        assertThat(answer).isCompletedWithValueMatching(found -> found.size() == 1);
    }

    @Test
    void theChatsOfAnAccountThatIsGoneAreForgotten() {
        install("de_DE", "en_GB");
        spelling.choose(jonas, Optional.of("en_GB"));
        spelling.choose(layla, Optional.of("de_DE"));
        spelling.choose(jonas, Optional.of("en_GB"));
        var ofAnother = new ChatKey(new AccountId(layla.account().value() + 1), layla.peer());
        spelling.choose(ofAnother, Optional.of("de_DE"));
        spelling.choose(jonas, Optional.of("en_GB"));
        core.execute(() -> spelling.forget(layla.account()));
        assertThat(dictionary(layla)).contains("en_GB"); // what was chosen last
        assertThat(dictionary(ofAnother)).contains("de_DE");
    }

    @Test
    void aStoreThatLostItsRowsGetsThemAgain() {
        install("de_DE", "en_GB");
        spelling.add("kith");
        spelling.choose(layla, Optional.of("de_DE"));
        core.execute(() -> new SpellingStore(db).replaceAll(Set.of(), Map.of()));
        core.execute(spelling::storeLost);
        spelling = begin();
        assertThat(dictionary(layla)).contains("de_DE");
        assertThat(spelling.in(layla).get().right()).containsExactly("kith");
    }

    /// As much as anybody pastes, most of it wrong.
    @Test
    void aLongTextIsCheckedInSeconds() {
        install("en_GB");
        var words = new StringBuilder();
        for (int i = 0; words.length() < 100_000; i++) {
            words.append("harbour wrod").append((char) ('a' + i % 26)).append("x the ");
        }
        var began = System.nanoTime();
        assertThat(misspelt(layla, words.toString())).hasSizeGreaterThan(4000);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    private SpellingService begin() {
        var preferences = new Preferences(new SettingStore(db), core);
        var made =
                new SpellingService(
                        new SpellingStore(db),
                        preferences,
                        new DictionaryFolders(List.of(folder)),
                        timer,
                        core,
                        work -> io.execute(work));
        core.execute(preferences::load);
        core.execute(made::load);
        return made;
    }

    private void install(String... names) {
        for (var name : names) {
            TinyDictionary.english(folder, name);
        }
        spelling = begin();
    }

    private Optional<String> dictionary(ChatKey chat) {
        return spelling.in(chat).get().dictionary();
    }

    private List<String> misspelt(ChatKey chat, String text) {
        return now(spelling.misspelt(chat, text)).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join(); // the lanes run at once
    }

    private ChatKey chat(String peer) {
        var address = JidCreate.bareFromOrThrowUnchecked(peer);
        var made = new AtomicReference<ChatKey>();
        core.execute(
                () -> {
                    var accounts = new AccountStore(db);
                    if (accounts.all().isEmpty()) {
                        accounts.add(
                                JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example"),
                                new ServerAddress.ByDomain(),
                                Optional.empty(),
                                PasswordKeeping.KEY_RING,
                                "Kith.test");
                    }
                    AccountId account = accounts.all().getFirst().id();
                    var key = new ChatKey(account, address);
                    new ChatStore(db).ensure(key, Chat.Kind.CONTACT);
                    made.set(key);
                });
        return made.get();
    }
}
