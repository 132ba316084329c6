package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.model.Occupant;
import kith.model.OccupantPicture;
import kith.ui.fx.FxThread;
import kith.ui.widget.SmallPicture;
import kith.xmpp.PayloadIq;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.impl.JidCreate;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The pictures of people in a room of a real server (XEP-0153): their hash comes with their
/// presence, the picture from their card, which the room passes on.
@ParameterizedClass
@EnumSource
class OccupantPicturesTest extends FriendsFixture {

    private static final String CARD = "vcard-temp";

    private final byte[] gold = png(Color.GOLD);
    private final byte[] teal = png(Color.TEAL);
    private final boolean isToldByServer;
    private KithUser annas;
    private LabUser bobs;

    OccupantPicturesTest(ServerKind kind) {
        super(kind, "faces");
        isToldByServer = kind == ServerKind.EJABBERD;
    }

    @BeforeEach
    void enter() {
        annas = user("Anna", anna, "anna");
        annas.enter(room);
        bobs = come(bob, "Bob", gold);
    }

    @AfterEach
    void goBob() {
        bobs.close();
    }

    @Test
    void whoHasAPictureIsSeenWithItAlsoAfterARestart() throws Exception {
        announce(bobs, "Bob", hash(gold));
        var picture = awaitPicture("Bob", hash(gold));
        assertThat(image(picture)).contains(gold);

        bobs.leave(room);
        annas.go();
        annas.come();
        annas.kith().awaitJoined(annas.chat(room));
        assertThat(image(picture)).as("nobody there could be asked").contains(gold);
    }

    @Test
    void anotherPictureTakesItsPlace() throws Exception {
        announce(bobs, "Bob", hash(gold));
        assertThat(image(awaitPicture("Bob", hash(gold)))).contains(gold);
        publish(bobs, teal);
        announce(bobs, "Bob", hash(teal));
        assertThat(image(awaitPicture("Bob", hash(teal)))).contains(teal);
    }

    /// H20.
    @Test
    void whoTakesTheNickOfAnotherHasNotTheirPicture() throws Exception {
        announce(bobs, "Bob", hash(gold));
        var picture = awaitPicture("Bob", hash(gold));
        bobs.leave(room);
        await("Bob is gone").atMost(RunningKith.PATIENCE).until(() -> occupant("Bob").isEmpty());
        try (var eve = LabUser.signIn(server(), server().newAccount("eve"))) {
            eve.join(room, "Bob");
            var taken =
                    await("somebody else is called so")
                            .atMost(RunningKith.PATIENCE)
                            .until(() -> occupant("Bob"), Optional::isPresent)
                            .orElseThrow();
            assertThat(taken.picture()).isEmpty();
            assertThat(image(picture)).as("she doesn't announce it").isEmpty();
        }
    }

    /// ejabberd says itself which picture somebody has.
    @Test
    void whoAnnouncesAnotherThanTheyHaveHasNone() throws Exception {
        announce(bobs, "Bob", hash(teal));
        if (isToldByServer) {
            assertThat(image(awaitPicture("Bob", hash(gold)))).contains(gold);
        } else {
            assertThat(image(awaitPicture("Bob", hash(teal)))).isEmpty();
        }
    }

    private LabUser come(LabAccount account, String nick, byte[] png) {
        var user = LabUser.signIn(server(), account);
        publish(user, png);
        user.join(room, nick);
        return user;
    }

    private static void publish(LabUser user, byte[] png) {
        var photo =
                StandardExtensionElement.builder("PHOTO", CARD)
                        .addElement("TYPE", "image/png")
                        .addElement("BINVAL", Base64.getEncoder().encodeToString(png))
                        .build();
        var card = StandardExtensionElement.builder("vCard", CARD).addElement(photo).build();
        var _ = user.ask(PayloadIq.set(user.jid().asBareJid(), card));
    }

    private void announce(LabUser user, String nick, String hash) {
        var update =
                StandardExtensionElement.builder("x", "vcard-temp:x:update")
                        .addElement("photo", hash)
                        .build();
        user.send(
                StanzaBuilder.buildPresence("picture-" + hash)
                        .to(JidCreate.fromOrThrowUnchecked(room + "/" + nick))
                        .addExtension(update)
                        .build());
    }

    private OccupantPicture awaitPicture(String nick, String hash) {
        return await(nick + " announces it")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                occupant(nick)
                                        .flatMap(Occupant::picture)
                                        .filter(it -> it.hash().equals(hash)),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Occupant> occupant(String nick) {
        return annas.kith().session().rooms().occupants(annas.chat(room)).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst();
    }

    private Optional<byte[]> image(OccupantPicture picture) throws Exception {
        return annas.kith()
                .session()
                .roomServices()
                .occupantPictures()
                .image(picture, file -> file)
                .toCompletableFuture()
                .get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static byte[] png(Color color) {
        return FxThread.call(
                () -> {
                    var image = new WritableImage(16, 16);
                    for (int x = 0; x < 256; x++) {
                        image.getPixelWriter().setColor(x % 16, x / 16, color);
                    }
                    return SmallPicture.png(image);
                });
    }

    private static String hash(byte[] picture) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(picture));
    }
}
