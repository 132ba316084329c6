package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.PictureFiles;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.xmpp.PayloadIq;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The pictures of rooms that mean no good (XEP-0486).
class RoomPicturesTest {

    private static final String CARD = "vcard-temp";

    /// 128 px wide, 64 high, as far as its beginning says.
    private static final byte[] PICTURE = png("0000008000000040");

    /// So long a room has to wait that changes its picture over and over.
    private static final Duration REST = Duration.ofMinutes(10);

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private byte[] published = PICTURE;
    private int asked;

    @BeforeEach
    void answer() {
        session.on(account, server -> server.answer(this::card));
    }

    @Test
    void aPictureIsTakenUnderTheHashThatWasAnnounced() {
        announce(hash(PICTURE));
        assertThat(pictures()).containsExactly(Map.entry(key(), hash(PICTURE)));
        announce(hash(PICTURE));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anotherThanWasAnnouncedIsNone() {
        announce("0".repeat(40));
        assertThat(asked).isEqualTo(1);
        assertThat(pictures()).isEmpty();
    }

    @Test
    void oneThatWouldBeHugeIsNone() {
        published = png("0000ffff0000ffff");
        announce(hash(published));
        assertThat(asked).isEqualTo(1);
        assertThat(pictures()).isEmpty();
    }

    /// A hundred bytes, for which two thousand millions would be taken while it is drawn.
    @Test
    void h55OneThatSaysItsColoursAreEndlessIsNone() {
        published = PictureFiles.withColors(0x7ffffff0);
        announce(hash(published));
        assertThat(asked).isEqualTo(1);
        assertThat(pictures()).isEmpty();
        published = PictureFiles.withColors(3);
        announce(hash(published));
        assertThat(pictures()).containsValue(hash(published));
    }

    @Test
    void oneThatComesBackIsThereAgain() {
        announce(hash(PICTURE));
        published = png("0000004000000040");
        announce(hash(published));
        assertThat(pictures()).containsValue(hash(published));
        session.say(account, new XmppEvent.RoomPictured(ROOM, Set.of(), false));
        assertThat(pictures()).isEmpty();
        announce(hash(published));
        assertThat(pictures()).containsValue(hash(published));
    }

    /// H37. What it had in between nobody has seen.
    @Test
    void h37ARoomThatChangesItWithoutEndIsAskedNowAndThenForTheNewest() {
        for (int i = 1; i <= 500; i++) {
            announce("%040x".formatted(i));
        }
        assertThat(asked).isEqualTo(5);
        announce(hash(PICTURE));
        assertThat(pictures()).isEmpty();
        session.pass(REST);
        assertThat(asked).isEqualTo(6);
        assertThat(pictures()).containsExactly(Map.entry(key(), hash(PICTURE)));
        session.pass(REST);
        assertThat(asked).as("it has announced no other").isEqualTo(6);
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 0; i < 60; i++) {
                announce("%040x".formatted(1_000 + hour * 60 + i));
                session.pass(Duration.ofMinutes(1));
            }
        }
        assertThat(asked).isBetween(100, 6 + 24 * 6 + 1);
    }

    /// H37. One that is gone in between may come back, but not without end.
    @Test
    void h37ARoomThatTakesItAwayWithoutEndIsAskedNowAndThen() {
        for (int i = 0; i < 500; i++) {
            announce(hash(PICTURE));
            session.say(account, new XmppEvent.RoomPictured(ROOM, Set.of(), false));
        }
        assertThat(asked).isEqualTo(5);
        session.pass(REST);
        assertThat(asked).as("it has none now").isEqualTo(5);
        announce(hash(PICTURE));
        assertThat(pictures()).containsValue(hash(PICTURE));
    }

    /// H37. The room chose a new one while the old one was on its way.
    @Test
    void h37ThePictureBeforeTheNewestIsNotTaken() {
        var cards = new ArrayList<Runnable>();
        session.on(account, server -> server.answer(request -> later(request, cards)));
        announce(hash(PICTURE));
        published = png("0000004000000040");
        announce(hash(published));
        assertThat(cards).hasSize(2);
        session.core.execute(cards.get(1));
        assertThat(pictures()).containsValue(hash(published));
        session.core.execute(cards.get(0));
        assertThat(pictures()).containsValue(hash(published));
    }

    @Test
    void anAccountThatIsGoneAsksNoMore() {
        for (int i = 1; i <= 10; i++) {
            announce("%040x".formatted(i));
        }
        session.accounts.remove(account);
        session.pass(REST);
        assertThat(asked).isEqualTo(5);
    }

    /// Answers with the picture that it has now, once that is run.
    private Optional<CompletionStage<IQ>> later(IQ request, List<Runnable> cards) {
        return card(request)
                .<CompletionStage<IQ>>map(
                        answer -> {
                            var card = new CompletableFuture<IQ>();
                            cards.add(() -> card.complete(answer.toCompletableFuture().join()));
                            return card;
                        });
    }

    /// H37. Those that the user looked at in a directory; what is theirs they get in any case.
    @Test
    void ofRoomsThatTheUserOnlyLookedAtSomeAreAsked() {
        for (int i = 0; i < 2_000; i++) {
            var other = JidCreate.bareFromOrThrowUnchecked("r%d@rooms.example".formatted(i));
            session.say(account, new XmppEvent.RoomPictured(other, Set.of(hash(PICTURE)), true));
        }
        assertThat(asked).isLessThanOrEqualTo(1_000);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        announce(hash(PICTURE));
        assertThat(pictures()).containsKey(key());

        var again = new ScriptedSession(session);
        assertThat(again.roomPictures.hashes().get())
                .as("after the next start")
                .containsOnlyKeys(key());
    }

    /// What its room has answered comes to nobody.
    @Test
    void anAccountThatIsGoneMeanwhileHasNoPictures() {
        var card = new CompletableFuture<IQ>();
        session.on(account, server -> server.answer(_ -> Optional.of(card)));
        var outcome = session.roomPictures.publish(key(), Optional.of(PICTURE));
        session.accounts.remove(account);
        card.complete(
                PayloadIq.result(
                        PayloadIq.get(ROOM, new StandardExtensionElement("vCard", CARD)),
                        new StandardExtensionElement("vCard", CARD)));
        assertThat(outcome.toCompletableFuture()).isCompleted();
        assertThat(pictures()).isEmpty();
    }

    private void announce(String hash) {
        session.say(account, new XmppEvent.RoomPictured(ROOM, Set.of(hash), false));
    }

    private ChatKey key() {
        return new ChatKey(account, ROOM);
    }

    private Map<ChatKey, String> pictures() {
        return session.roomPictures.hashes().get();
    }

    private Optional<CompletionStage<IQ>> card(IQ request) {
        if (!(request instanceof PayloadIq it) || !it.payload().getNamespace().equals(CARD)) {
            return Optional.empty();
        }
        asked++;
        var photo =
                StandardExtensionElement.builder("PHOTO", CARD)
                        .addElement("BINVAL", Base64.getEncoder().encodeToString(published))
                        .build();
        var card = StandardExtensionElement.builder("vCard", CARD).addElement(photo).build();
        return Optional.of(CompletableFuture.completedStage(PayloadIq.result(request, card)));
    }

    private static byte[] png(String size) {
        return HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452" + size + "08060000000000000000");
    }

    private static String hash(byte[] picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(picture));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
