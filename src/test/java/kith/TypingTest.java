package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.base.ImmediateLane;
import kith.lab.ServerKind;
import kith.model.Chat;
import kith.model.ChatKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Others see that the user writes, and see nothing of it once that is switched off (XEP-0085
/// §5.2).
@ParameterizedClass
@EnumSource
class TypingTest extends FriendsFixture {

    TypingTest(ServerKind kind) {
        super(kind, "typing");
    }

    @Test
    void switchedOffItIsSeenByNobody() {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var withBob = annas.chat(bob.jid());
        var withAnna = bobs.chat(anna.jid());
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Thursday?");
        awaitNewest(bobs, withAnna, "Thursday?");
        annas.kith().session().chats().setTyping(withBob, true);
        awaitTyping(bobs, withAnna, true);
        annas.kith().session().preferences().setTellsTyping(false);
        awaitTyping(bobs, withAnna, false);

        List<Boolean> seen = new CopyOnWriteArrayList<>();
        bobs.kith()
                .session()
                .chatList()
                .chat(withAnna)
                .watch(new ImmediateLane(), chat -> seen.add(chat.orElseThrow().isTyping()));
        annas.kith().session().chats().setTyping(withBob, false);
        annas.kith().session().chats().setTyping(withBob, true);
        annas.kith().say(withBob, Chat.Kind.CONTACT, "Or Friday?");
        awaitNewest(bobs, withAnna, "Or Friday?"); // came behind whatever was sent before
        assertThat(seen).isNotEmpty().doesNotContain(true);

        annas.kith().session().preferences().setTellsTyping(true);
        awaitTyping(bobs, withAnna, true);
    }

    private static void awaitTyping(KithUser user, ChatKey chat, boolean isTyping) {
        await(user.name() + " sees typing " + isTyping)
                .atMost(RunningKith.PATIENCE)
                .until(() -> shown(user, chat).isTyping() == isTyping);
    }

    private static void awaitNewest(KithUser user, ChatKey chat, String words) {
        await(user.name() + " sees " + words)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                user.kith()
                                        .session()
                                        .chatList()
                                        .chat(chat)
                                        .get()
                                        .flatMap(Chat::last)
                                        .flatMap(message -> message.words())
                                        .filter(words::equals)
                                        .isPresent());
    }

    private static Chat shown(KithUser user, ChatKey chat) {
        return user.kith().session().chatList().chat(chat).get().orElseThrow();
    }
}
