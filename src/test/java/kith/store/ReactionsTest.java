package kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Content;
import kith.model.MessageIds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;

/// Which emoji stand at which message of a chat, and whose (H16 and R13 of the reliability rules;
/// XEP-0444).
class ReactionsTest extends ReactionsFixture {

    private static final int MANY = 5_000;

    @Test
    void h16TheLastSetOfEachSenderStandsAndNoneTakesItBack() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        react(chat, Profile.HIM, "b", "a", "👋");
        react(chat, Profile.HIM, "c", "a", "👋", "🐢");
        react(chat, Profile.ME, "d", "a", "👍");
        assertThat(shown(chat)).containsExactly("romeo 👋 🐢", "me 👍");
        react(chat, Profile.HIM, "e", "a");
        assertThat(shown(chat)).containsExactly("me 👍");
    }

    @Test
    void h16NamesNothingInAnotherChat() {
        add(chat, Profile.HIM, "a", new Content.Text("here"));
        react(
                profile.chat(Profile.entity("mercutio@montague.example")),
                Profile.HIM,
                "b",
                "a",
                "👋");
        assertThat(shown(chat)).isEmpty();
    }

    @Test
    void ofTheSameIdTheLastBeforeItIsMeant() {
        add(chat, Profile.HIM, "1", new Content.Text("one"));
        react(chat, Profile.ME, "b", "1", "👋");
        profile.now = profile.now.plusSeconds(3_600);
        add(chat, Profile.HIM, "1", new Content.Text("two"));
        react(chat, Profile.ME, "c", "1", "🐢");
        assertThat(newest(chat)).hasSize(2);
        assertThat(shown(chat)).containsExactly("me 👋", "me 🐢");
        assertThat(at(newest(chat).getFirst())).containsExactly("me 👋");
    }

    @Test
    void anIdAndAnOriginIdNameTheSameMessage() {
        add(chat, Profile.HIM, new MessageIds("x", Optional.of("o"), Optional.empty()), text("hi"));
        react(chat, Profile.ME, "b", "x", "👋");
        react(chat, Profile.HIM, "c", "o", "🐢");
        assertThat(shown(chat)).containsExactly("me 👋", "romeo 🐢");
    }

    @Test
    void whatNamesACorrectionStandsAtTheMessage() {
        add(chat, Profile.HIM, "a", new Content.Text("thursday"));
        add(chat, Profile.HIM, "b", new Content.Correction("a", "friday"));
        react(chat, Profile.ME, "c", "b", "👍");
        assertThat(shown(chat)).containsExactly("me 👍");
    }

    @Test
    @Timeout(60)
    void h16WhoReactsAgainAndAgainHoldsNothingUp() {
        add(chat, Profile.HIM, "a", text("thursday"));
        profile.run(
                _ -> {
                    for (int i = 0; i < MANY; i++) {
                        var emoji = reaction("a", i % 2 == 0 ? "👋" : "🐢");
                        store.add(arriving(chat, Profile.HIM, ids("r" + i), emoji));
                    }
                });
        assertThat(shown(chat)).containsExactly("romeo 🐢");
    }
}
