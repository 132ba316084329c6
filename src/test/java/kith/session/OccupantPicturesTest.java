package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.OccupantPicture;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.room.OccupantPictures;
import kith.xmpp.PayloadIq;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The pictures of people in rooms (XEP-0153), also of some who mean no good.
class OccupantPicturesTest {

    private static final String CARD = "vcard-temp";
    private static final byte[] BOAT = png(64);
    private static final byte[] CAT = png(65);

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();

    /// What stands in whose card.
    private final Map<Jid, byte[]> cards = new HashMap<>();

    /// Who was asked, in order.
    private final List<Jid> asked = new ArrayList<>();

    /// What waits for its answer, where answers wait.
    private final List<Runnable> held = new ArrayList<>();

    private boolean isHolding;
    private Optional<Reason> refusing = Optional.empty();

    @BeforeEach
    void enter() {
        session.on(account, server -> server.answer(this::answer));
        enter(session, account);
    }

    private static void enter(ScriptedSession session, AccountId account) {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    @Test
    void itIsAskedForWhenItIsSeenAndOnce() {
        var picture = comes("Tom", BOAT);
        assertThat(asked).as("nobody sees it").isEmpty();
        assertThat(see(picture)).contains(BOAT);
        assertThat(see(picture)).contains(BOAT);
        assertThat(asked).containsExactly(picture.whose());
    }

    @Test
    void itIsThereAfterTheNextStartWithoutAsking() {
        var picture = comes("Tom", BOAT);
        see(picture);
        var again = new ScriptedSession(session);
        assertThat(see(again, picture)).as("before anybody is there").contains(BOAT);
        assertThat(again.roomPictures.hashes().get()).as("it is no room's").isEmpty();
    }

    @Test
    void inAnotherRoomItNeedNotBeAskedForAgain() {
        see(comes("Tom", BOAT));
        var other = JidCreate.bareFromOrThrowUnchecked("darkroom@rooms.hearth.example");
        session.rooms.join(account, other, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(other, "Mara"));
        var there = announced(other, "Tommy", hash(BOAT));
        session.say(account, new XmppEvent.OccupantChanged(other, occupant("Tommy", there)));
        assertThat(see(there)).contains(BOAT);
        assertThat(asked).hasSize(1);
    }

    /// H20. The picture goes with who announces it.
    @Test
    void whoTakesTheNickOfAnotherHasNotTheirPicture() {
        var picture = comes("Tom", BOAT);
        see(picture);
        session.say(account, new XmppEvent.OccupantLeft(ROOM, "Tom"));
        session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant("Tom")));
        assertThat(session.rooms.occupants(new ChatKey(account, ROOM)).get())
                .filteredOn(each -> each.nick().equals("Tom"))
                .singleElement()
                .extracting(Occupant::picture)
                .isEqualTo(Optional.empty());
        var claimed = announced(ROOM, "Tom", hash(CAT));
        assertThat(see(claimed)).as("who doesn't announce it isn't asked").isEmpty();
        assertThat(asked).hasSize(1);
    }

    /// H55. What comes must be what was announced, and is asked for once.
    @Test
    void anotherThanWasAnnouncedIsNone() {
        var picture = announce("Tom", hash(CAT));
        cards.put(picture.whose(), BOAT);
        assertThat(see(picture)).isEmpty();
        assertThat(see(picture)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    /// Somebody announces the picture of another and has it not: the other has it still.
    @Test
    void whoAnnouncesThePictureOfAnotherKeepsNobodyFromIt() {
        var claimed = announce("Mallory", hash(BOAT));
        assertThat(see(claimed)).isEmpty();
        assertThat(see(comes("Tom", BOAT))).contains(BOAT);
    }

    /// H55.
    @Test
    void oneThatWouldBeHugeIsNone() {
        assertThat(see(comes("Tom", png(0xffff)))).isEmpty();
        assertThat(see(comes("Ann", new byte[] {'G', 'I', 'F', '8', '9', 'a'}))).isEmpty();
        assertThat(asked).hasSize(2);
    }

    /// H37.
    @Test
    void whoChangesItWithoutEndIsAskedNowAndThen() {
        for (int i = 0; i < 250; i++) {
            var picture = announce("Tom", "%040x".formatted(i));
            var _ = pictures(session).image(picture, file -> file);
        }
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
        session.pass(Duration.ofSeconds(61));
        assertThat(asked).as("the newest, after a minute").hasSizeLessThanOrEqualTo(4);
        var now = comes("Tom", BOAT);
        var seen = pictures(session).image(now, file -> file).toCompletableFuture();
        session.pass(Duration.ofMinutes(2));
        assertThat(seen.getNow(Optional.empty())).contains(BOAT);
    }

    /// H37. Many names change nothing.
    @Test
    void aRoomIsAskedNowAndThen() {
        for (int i = 0; i < 1_000; i++) {
            see(announce("nick" + i, "%040x".formatted(i)));
        }
        assertThat(asked).hasSizeLessThanOrEqualTo(100);
        int before = asked.size();
        see(comes("Tom", BOAT));
        session.pass(Duration.ofSeconds(2));
        assertThat(asked.get(before).toString()).as("who is seen now").endsWith("/Tom");
    }

    @Test
    void fewAreAskedAtOnceAndTheLastFirst() {
        isHolding = true;
        for (int i = 0; i < 20; i++) {
            var _ = pictures(session).image(comes("nick" + i, BOAT, i), file -> file);
        }
        assertThat(asked).hasSize(3);
        held.removeFirst().run();
        assertThat(asked).hasSize(4);
        assertThat(asked.getLast().toString()).endsWith("/nick19");
    }

    @Test
    void whatNobodySeesAnyMoreIsNotAskedFor() {
        isHolding = true;
        var all = new ArrayList<OccupantPicture>();
        for (int i = 0; i < 20; i++) {
            all.add(comes("nick" + i, BOAT, i));
            var _ = pictures(session).image(all.getLast(), file -> file);
        }
        all.subList(0, 19).forEach(pictures(session)::outOfSight);
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
        assertThat(asked).hasSize(4);
        assertThat(see(all.getLast())).isPresent();
    }

    /// Some rooms pass nothing on.
    @Test
    void aRoomThatRefusesIsAskedNowAndThen() {
        refusing = Optional.of(Reason.NOT_ALLOWED);
        for (int i = 0; i < 30; i++) {
            see(comes("nick" + i, BOAT, i));
        }
        assertThat(asked).hasSize(4);
        session.pass(Duration.ofMinutes(1));
        for (int i = 30; i < 60; i++) {
            see(comes("nick" + i, BOAT, i));
        }
        assertThat(asked).hasSize(5);
    }

    /// They come first, and say no before anybody else is seen.
    @Test
    void aFewWhoRefuseKeepNobodyFromTheirs() {
        refusing = Optional.of(Reason.NOT_ALLOWED);
        for (int i = 0; i < 4; i++) {
            see(comes("Mallory" + i, BOAT, i));
        }
        refusing = Optional.empty();
        session.pass(Duration.ofMinutes(1));
        assertThat(see(comes("Tom", BOAT))).contains(BOAT);
        assertThat(see(comes("Ann", CAT))).contains(CAT);
    }

    /// One who says no says it for themselves where others answer.
    @Test
    void whoRefusesKeepsNobodyFromTheirs() {
        assertThat(see(comes("Tom", BOAT))).contains(BOAT);
        refusing = Optional.of(Reason.NOT_ALLOWED);
        for (int i = 0; i < 30; i++) {
            assertThat(see(comes("nick" + i, BOAT, i))).isEmpty();
        }
        refusing = Optional.empty();
        assertThat(see(comes("Ann", CAT))).contains(CAT);
    }

    @Test
    void whoDoesNotAnswerIsAskedWhenTheyAreSeenAgain() {
        refusing = Optional.of(Reason.TIMED_OUT);
        var picture = comes("Tom", BOAT);
        assertThat(see(picture)).isEmpty();
        refusing = Optional.empty();
        assertThat(see(picture)).contains(BOAT);
    }

    /// What their room has answered comes to nobody.
    @Test
    void anAccountThatIsGoneMeanwhileHasNoPictures() {
        isHolding = true;
        var picture = comes("Tom", BOAT);
        var seen = pictures(session).image(picture, file -> file).toCompletableFuture();
        session.accounts.remove(account);
        held.removeFirst().run();
        assertThat(seen).isCompletedWithValue(Optional.empty());
        assertThat(see(picture)).isEmpty();
    }

    /// However many were seen, the newest five hundred are kept.
    @Test
    void thoseThatWereSeenLastAreKept() {
        var all = new ArrayList<OccupantPicture>();
        for (int i = 0; i < 510; i++) {
            all.add(comes("nick" + i, BOAT, i));
            see(all.getLast());
            session.pass(Duration.ofSeconds(1));
            see(all.getFirst());
        }
        int before = asked.size();
        assertThat(before).isEqualTo(510);
        assertThat(see(all.getFirst())).isPresent();
        assertThat(see(all.getLast())).isPresent();
        assertThat(asked).hasSize(before);
        assertThat(rows()).isEqualTo(250);
        see(all.get(1));
        assertThat(asked).as("let go").hasSize(before + 1);
    }

    private int rows() {
        var count = new CompletableFuture<Integer>();
        session.core.execute(
                () ->
                        count.complete(
                                session.db
                                        .find("SELECT COUNT(*) FROM picture", row -> row.getInt(1))
                                        .orElseThrow()));
        return count.join();
    }

    private OccupantPicture comes(String nick, byte[] picture) {
        var announced = announce(nick, hash(picture));
        cards.put(announced.whose(), picture);
        return announced;
    }

    /// With a picture of their own.
    private OccupantPicture comes(String nick, byte[] like, int number) {
        var own = Arrays.copyOf(like, like.length + 4);
        own[own.length - 1] = (byte) number;
        own[own.length - 2] = (byte) (number >> 8);
        return comes(nick, own);
    }

    private OccupantPicture announce(String nick, String hash) {
        var picture = announced(ROOM, nick, hash);
        session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant(nick, picture)));
        return picture;
    }

    private static OccupantPicture announced(BareJid room, String nick, String hash) {
        return new OccupantPicture(JidCreate.fromOrThrowUnchecked(room + "/" + nick), hash);
    }

    private static Occupant occupant(String nick, OccupantPicture picture) {
        return occupant(nick).pictured(picture);
    }

    private static Occupant occupant(String nick) {
        return RoomsFixture.occupant(nick, false);
    }

    private Optional<byte[]> see(OccupantPicture picture) {
        return see(session, picture);
    }

    /// What is shown at once.
    private static Optional<byte[]> see(ScriptedSession session, OccupantPicture picture) {
        return pictures(session)
                .image(picture, file -> file)
                .toCompletableFuture()
                .getNow(Optional.empty());
    }

    private static OccupantPictures pictures(ScriptedSession session) {
        return session.occupantPictures;
    }

    private Optional<CompletionStage<IQ>> answer(IQ request) {
        if (!(request instanceof PayloadIq it) || !it.payload().getNamespace().equals(CARD)) {
            return Optional.empty();
        }
        asked.add(request.getTo());
        var answer = new CompletableFuture<IQ>();
        Runnable give = () -> give(request, answer);
        if (isHolding) {
            held.add(() -> session.core.execute(give));
        } else {
            give.run();
        }
        return Optional.of(answer);
    }

    private void give(IQ request, CompletableFuture<IQ> answer) {
        var picture = cards.get(request.getTo());
        if (refusing.isPresent()) {
            answer.completeExceptionally(new RefusedException(Refusal.of(refusing.get())));
        } else if (picture == null) {
            answer.completeExceptionally(
                    RefusedException.by(
                            IQ.createErrorResponse(request, StanzaError.Condition.item_not_found)));
        } else {
            answer.complete(PayloadIq.result(request, card(picture)));
        }
    }

    private static StandardExtensionElement card(byte[] picture) {
        var photo =
                StandardExtensionElement.builder("PHOTO", CARD)
                        .addElement("BINVAL", Base64.getEncoder().encodeToString(picture))
                        .build();
        return StandardExtensionElement.builder("vCard", CARD).addElement(photo).build();
    }

    /// As far as its beginning says.
    private static byte[] png(int side) {
        return HexFormat.of()
                .parseHex(
                        "89504e470d0a1a0a0000000d49484452%08x%08x08060000000000000000"
                                .formatted(side, side));
    }

    private static String hash(byte[] picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(picture));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
