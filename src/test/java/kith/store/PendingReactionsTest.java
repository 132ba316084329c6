package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Chat;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;

import org.junit.jupiter.api.Test;

/// Reactions of ours that wait for the server, or that it has refused.
class PendingReactionsTest extends ReactionsFixture {

    @Test
    void whatALaterOneSaysMakesThoseMootThatWaitOrHaveFailed() {
        add(chat, Profile.HIM, "a", text("thursday"));
        queue("1", "a", "👍");
        queue("2", "b", "👍");
        deliver("1", new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN)));
        queue("3", "a", "🐢");
        queue("4", "a", "👍", "🐢");
        assertThat(profile.in(() -> store.mootBy(own("4"))))
                .extracting(each -> each.ids().stanza())
                .containsExactlyInAnyOrder("1", "3");
        deliver("4", Delivery.SENDING);
        deliver("3", Delivery.SENDING);
        deliver("4", Delivery.ON_SERVER);
        deliver("3", new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(profile.in(() -> store.isMoot(own("3")))).isTrue();
        assertThat(profile.in(() -> store.isMoot(own("2")))).isFalse();
        assertThat(profile.in(() -> store.isMoot(own("4")))).isFalse();
        var theirs = newest(chat).getFirst();
        assertThat(profile.in(() -> store.isMoot(theirs))).isFalse();
    }

    @Test
    void whatFailedOfOursLeavesWhatWasBefore() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        queue("1", "a", "👍");
        deliver("1", Delivery.ON_SERVER);
        queue("2", "a");
        assertThat(shown(chat)).isEmpty();
        deliver("2", new Delivery.Failed(Refusal.of(Refusal.Reason.FORBIDDEN)));
        assertThat(shown(chat)).containsExactly("me 👍");
        assertThat(profile.in(() -> store.pending())).hasSize(1);
    }

    private void queue(String id, String target, String... emoji) {
        profile.now = profile.now.plusSeconds(1);
        var content = reaction(target, emoji);
        profile.in(
                () -> store.queue(chat, Chat.Kind.CONTACT, id, Profile.ME, content, profile.now));
    }

    private Message own(String id) {
        return store.written(new MessageKey(0), 100).stream()
                .filter(each -> each.ids().stanza().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
