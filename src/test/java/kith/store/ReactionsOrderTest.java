package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.store.MessageStore.Direction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/// Reactions that come before their message, again, or from the archive in any order.
class ReactionsOrderTest extends ReactionsFixture {

    /// The other side may be quicker than the server's word that it has ours.
    @Test
    void oneMayStandBeforeItsMessage() {
        profile.in(
                () ->
                        store.queue(
                                chat, Chat.Kind.CONTACT, "1", Profile.ME, text("O"), profile.now));
        react(chat, Profile.HIM, "b", "1", "👋");
        assertThat(shown(chat)).containsExactly("romeo 👋");
        deliver("1", Delivery.ON_SERVER);
        assertThat(shown(chat)).containsExactly("romeo 👋");
    }

    /// Pages of an archive come from the newest to the oldest, and some twice.
    @Test
    void itDoesNotMatterInWhichOrderAndHowOftenTheyCome() {
        var all = new ArrayList<ArrivingMessage>();
        all.add(archived(0, "a", Profile.HIM, new Content.Text("thursday")));
        all.add(archived(1, "b", Profile.HIM, reaction("a", "👋")));
        all.add(archived(2, "c", Profile.ME, reaction("a", "🐢")));
        all.add(archived(3, "d", Profile.HIM, reaction("a", "👍", "🎉")));
        all.add(archived(4, "e", Profile.ME, reaction("a")));
        for (int run = 0; run < 200; run++) {
            try (var other = Profile.inMemory()) {
                var into = new MessageStore(other.db());
                var random = new Random(run);
                var coming = new ArrayList<>(all);
                coming.addAll(all.subList(0, random.nextInt(all.size())));
                Collections.shuffle(coming, random);
                for (var each : coming) {
                    other.in(
                            () ->
                                    into.add(
                                            each.chat(),
                                            each.kind(),
                                            each.ids(),
                                            each.author(),
                                            each.at(),
                                            each.content(),
                                            true));
                }
                assertThat(other.in(() -> shown(into, chat)))
                        .as("run %d", run)
                        .containsExactly("romeo 👍 🎉");
            }
        }
    }

    @Test
    void oneWaitsForItsMessageOnAnOlderPage() {
        page(Direction.NEWEST, chat, archived(1, "b", Profile.HIM, reaction("a", "👋")));
        assertThat(newest(chat)).isEmpty();
        assertThat(chats()).isEmpty();
        page(Direction.OLDER, chat, archived(0, "a", Profile.HIM, new Content.Text("thursday")));
        assertThat(shown(chat)).containsExactly("romeo 👋");
    }
}
