package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.ManualTimer;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.SendKey;
import kith.ui.composer.Answering;
import kith.ui.composer.ComposerCommands;
import kith.ui.composer.EditCommands;
import kith.ui.composer.ReplyCommands;
import kith.ui.composer.SlashCommands;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What the one whose message is being answered is called, also where that was begun before the
/// chat was opened.
class AnsweredPeerTest {

    private final ImmediateLane lane = new ImmediateLane();
    private final Talk talk =
            new Talk("layla@hearth.example")
                    .theirs("09:20", "Tea or coffee?")
                    .mine("09:21", "Tea", Delivery.ON_SERVER);
    private final Cell<Optional<Contact>> contact =
            new Cell<>(lane, Optional.of(contact("Layla Haddad")));

    @Test
    void theyAreCalledWhatTheChatIs() {
        var model = open(talk.messages().getFirst());
        assertThat(author(model)).contains("Layla Haddad");
        lane.execute(() -> contact.set(Optional.of(contact("Layla"))));
        assertThat(author(model)).contains("Layla");
    }

    @Test
    void oneselfHasNoNameWhateverTheOtherIsCalled() {
        var model = open(talk.messages().getLast());
        assertThat(author(model)).isEmpty();
        lane.execute(() -> contact.set(Optional.of(contact("Layla"))));
        assertThat(author(model)).isEmpty();
    }

    private static Optional<String> author(ChatViewModel model) {
        return model.composer().answeringProperty().get().flatMap(Answering::author);
    }

    private ChatViewModel open(Message answered) {
        var model =
                new ChatViewModel(
                        new ChatSources(
                                talk.chat(),
                                Chat.Kind.CONTACT,
                                new Cell<>(lane, Optional.empty()),
                                contact,
                                talk.live(),
                                new Cell<>(lane, Optional.empty()),
                                new Cell<>(lane, List.of()),
                                IdleCommands.timeline(),
                                answering(answered),
                                IdleCommands.room(),
                                () -> {}),
                        InstantSource.system(),
                        ZoneOffset.UTC,
                        new ManualTimer(),
                        lane);
        assertThat(model.composer().answeringProperty().get())
                .map(Answering::message)
                .contains(answered.key());
        return model;
    }

    /// The message that was being answered when the chat was left is known at once.
    private ComposerCommands answering(Message answered) {
        return new ComposerCommands(
                text -> CompletableFuture.completedStage(text),
                (_, text) -> CompletableFuture.completedStage(text),
                EditCommands.NONE,
                new ReplyCommands(
                        (_, text) -> CompletableFuture.completedStage(text),
                        _ -> {},
                        read -> read.accept(answered)),
                _ -> {},
                IdleCommands.draft(),
                SlashCommands.PLAIN,
                new Cell<>(lane, SendKey.ENTER));
    }

    private Contact contact(String name) {
        return new Contact(
                Talk.ACCOUNT,
                talk.chat().peer(),
                name,
                List.of(),
                PresenceSubscription.BOTH,
                Presence.OFFLINE);
    }
}
