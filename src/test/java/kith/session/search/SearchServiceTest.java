package kith.session.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.base.ManualTimer;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.store.search.FullIndexDisk;
import kith.store.search.IndexFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class SearchServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void findsWhatComesOnceItIsCommitted() {
        try (var world = new SearchWorld(folder)) {
            world.add("paper order", "something else");
            world.awaitReady();
            assertThat(world.found("paper")).containsExactly("paper order");
            world.add("more paper");
            await().untilAsserted(
                            () ->
                                    assertThat(world.found("paper"))
                                            .containsExactly("more paper", "paper order"));
            assertThat(world.failures).isEmpty();
        }
    }

    @Test
    void saysWhenAllIsTakenIn() {
        try (var world = new SearchWorld(folder)) {
            world.add(words(600));
            assertThat(world.search.upToDate().toCompletableFuture()).succeedsWithin(PATIENCE);
            assertThat(world.page("word").total()).isEqualTo(600);
            world.add("more paper");
            assertThat(world.search.upToDate().toCompletableFuture()).succeedsWithin(PATIENCE);
            assertThat(world.found("paper")).containsExactly("more paper");
        }
    }

    @Test
    void findsInOneChatAlone() {
        try (var world = new SearchWorld(folder)) {
            world.add("paper order", "more paper");
            world.awaitReady();
            var query = QueryText.read("paper", ZoneOffset.UTC);
            var here = world.page("paper").hits().getFirst().message().chat();
            var elsewhere = new ChatKey(new AccountId(77), here.peer());
            assertThat(world.search.searchIn(here, query, 1, 5).toCompletableFuture().join().hits())
                    .hasSize(1);
            var nothing = world.search.searchIn(elsewhere, query, 0, 5);
            assertThat(nothing.toCompletableFuture().join().total()).isZero();
        }
    }

    @Test
    void marksWhatIsFound() {
        try (var world = new SearchWorld(folder)) {
            world.add("the Paper is here");
            world.awaitReady();
            var mark = world.page("paper").hits().getFirst().marks().getFirst();
            assertThat("the Paper is here".substring(mark.start(), mark.end())).isEqualTo("Paper");
        }
    }

    @Test
    void whatWasWrittenBeforeIsTakenInWithoutBeingTold() {
        try (var world = new SearchWorld(folder)) {
            world.add(words(3_000));
        }
        try (var world = new SearchWorld(folder)) {
            world.awaitReady();
            assertThat(world.page("word").total()).isEqualTo(3_000);
            assertThat(world.found("w77")).containsExactly("word w77");
        }
    }

    @Test
    void goesOnAfterTheLastThatItKnows() {
        try (var world = new SearchWorld(folder)) {
            world.add("first");
            world.awaitReady();
        }
        assertThat(folder.resolve("search/closed-in-order")).exists();
        try (var world = new SearchWorld(folder)) {
            world.add("second");
        }
        try (var world = new SearchWorld(folder)) {
            world.awaitReady();
            assertThat(world.found("first")).hasSize(1);
            assertThat(world.found("second")).hasSize(1);
        }
    }

    @Test
    void whatChangesIsFoundAsItIs() {
        try (var world = new SearchWorld(folder)) {
            var messages = world.add("papre", "gone", "stays");
            world.awaitReady();
            world.change(messages.get(0).key(), "paper");
            world.remove(messages.get(1));
            await().untilAsserted(() -> assertThat(world.found("paper")).hasSize(1));
            assertThat(world.found("papre")).isEmpty();
            assertThat(world.found("gone")).isEmpty();
            assertThat(world.found("stays")).hasSize(1);
        }
    }

    @Test
    void whatChangesBeforeAnybodySearchesIsFoundAsItIs() {
        try (var world = new SearchWorld(folder)) {
            world.add("papre", "gone");
            world.awaitReady();
        }
        try (var world = new SearchWorld(folder)) { // nobody searches
            world.change(world.all().getFirst().key(), "paper");
            world.remove(world.all().getLast());
        }
        try (var world = new SearchWorld(folder)) {
            world.awaitReady();
            assertThat(world.found("paper")).hasSize(1);
            assertThat(world.page("papre").total()).isZero();
            assertThat(world.page("gone").total()).isZero();
        }
    }

    @Test
    void aChatThatIsRemovedIsNotFound() {
        try (var world = new SearchWorld(folder)) {
            world.add("paper");
            world.awaitReady();
            world.removeChat(new ChatKey(SearchWorld.ACCOUNT, SearchWorld.LAYLA));
            assertThat(world.found("paper")).isEmpty();
        }
    }

    @Test
    void anAccountThatIsRemovedIsForgotten() {
        try (var world = new SearchWorld(folder)) {
            world.add("paper");
            world.awaitReady();
            world.on(
                    () -> {
                        world.search.forget(SearchWorld.ACCOUNT);
                        return "";
                    });
            await().untilAsserted(() -> assertThat(world.page("paper").total()).isZero());
        }
    }

    @Test
    void namesStandForPeopleAndChats() {
        var dad = JidCreate.bareFromOrThrowUnchecked("x17@birke.example");
        try (var world = new SearchWorld(folder)) {
            world.add("paper from layla");
            world.addIn(dad, "paper from dad");
            world.on(
                    () -> {
                        world.contacts.set(List.of(contact(dad, "My Dád")));
                        world.chats.set(List.of(chat(dad, "My Dád")));
                        return "";
                    });
            world.awaitReady();
            assertThat(world.found("paper from:dad")).containsExactly("paper from dad");
            assertThat(world.found("from:layla")).containsExactly("paper from layla");
            assertThat(world.found("in:\"my dad\"")).containsExactly("paper from dad");
            assertThat(world.found("paper in:nowhere")).isEmpty();
            assertThat(world.found("from:me")).isEmpty();
        }
    }

    @Test
    void pages() {
        try (var world = new SearchWorld(folder)) {
            world.add(words(120));
            world.awaitReady();
            var query = QueryText.read("word", java.time.ZoneOffset.UTC);
            var first =
                    world.search
                            .search(query, SearchOrder.NEWEST_FIRST, 0, 50)
                            .toCompletableFuture()
                            .join();
            assertThat(first.hits()).hasSize(50);
            assertThat(first.hasMore()).isTrue();
            assertThat(SearchWorld.body(first.hits().getFirst())).isEqualTo("word w119");
            var last =
                    world.search
                            .search(query, SearchOrder.NEWEST_FIRST, 100, 50)
                            .toCompletableFuture()
                            .join();
            assertThat(last.hits()).hasSize(20);
            assertThat(last.hasMore()).isFalse();
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        try (var world = new SearchWorld(folder)) {
            world.add(words(100));
            world.awaitReady();
        }
        try (var files = Files.list(folder.resolve("search"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".cfs")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var world = new SearchWorld(folder)) {
            world.awaitReady();
            assertThat(world.page("word").total()).isEqualTo(100);
            assertThat(world.failures).isEmpty();
        }
    }

    @Test
    void withoutAFolderAllElseGoesOnAndItSaysSo() throws IOException {
        Files.write(folder.resolve("search"), new byte[0]); // a file is in its way
        try (var world = new SearchWorld(folder)) {
            world.add("paper");
            var page = world.page("paper");
            assertThat(page.hits()).isEmpty();
            assertThat(page.state())
                    .isEqualTo(new SearchState.Unavailable(SearchState.Reason.DISK));
            assertThat(world.add("still kept")).hasSize(1);
            assertThat(world.failures).isEmpty();
        }
    }

    @Test
    void onAFullDiskAllElseGoesOnAndItComesBackWhenThereIsRoom() {
        var isFull = new AtomicBoolean();
        var timer = new ManualTimer();
        var disk = FullIndexDisk.folder(folder, isFull::get);
        try (var world = new SearchWorld(folder, disk, Optional.of(timer))) {
            var kept = world.add("paper", "card");
            world.awaitReady();
            isFull.set(true);
            world.add(words(300));
            await().until(() -> timer.waiting() > 0); // the commit
            pass(world, timer, Duration.ofSeconds(10));
            await().until(() -> world.search.state().get() instanceof SearchState.Unavailable);
            assertThat(world.page("paper").state())
                    .isEqualTo(new SearchState.Unavailable(SearchState.Reason.DISK_FULL));
            world.change(kept.getFirst().key(), "pulp");
            isFull.set(false);
            pass(world, timer, Duration.ofMinutes(1));
            world.awaitReady();
            assertThat(world.page("word").total()).isEqualTo(300);
            assertThat(world.found("pulp")).hasSize(1);
            assertThat(world.found("paper")).isEmpty();
            assertThat(world.failures).isEmpty();
        }
    }

    @Test
    void theIndexOfAnotherHistoryIsNotTaken() throws IOException {
        try (var world = new SearchWorld(folder)) {
            world.add("paper");
            world.awaitReady();
        }
        Files.delete(folder.resolve("history.mv.db"));
        try (var world = new SearchWorld(folder)) {
            world.add("card");
            world.awaitReady();
            assertThat(world.page("paper").total()).isZero();
            assertThat(world.found("card")).hasSize(1);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        try (var world = new SearchWorld(folder)) {
            world.awaitReady();
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("search"))).hasSize(3);
        assertThat(new IndexFolder(folder).takeCleanMark()).isTrue();
    }

    private static void pass(SearchWorld world, ManualTimer timer, Duration time) {
        world.on(
                () -> {
                    timer.pass(time);
                    return time;
                });
    }

    private static String[] words(int count) {
        return IntStream.range(0, count).mapToObj(each -> "word w" + each).toArray(String[]::new);
    }

    private static Contact contact(org.jxmpp.jid.BareJid address, String name) {
        return new Contact(
                SearchWorld.ACCOUNT,
                address,
                name,
                List.of(),
                PresenceSubscription.NONE,
                Presence.OFFLINE);
    }

    private static Chat chat(org.jxmpp.jid.BareJid peer, String title) {
        return new Chat(
                new ChatKey(SearchWorld.ACCOUNT, peer),
                Chat.Kind.CONTACT,
                title,
                Optional.empty(),
                0,
                false,
                List.of());
    }
}
