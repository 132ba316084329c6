package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.paint.Color;

import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.ServerKind;
import kith.model.Occupant;
import kith.model.OccupantPicture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The pictures of people in a room of a real server (XEP-0153): their hash comes with their
/// presence, the picture from their card, which the room passes on.
@ParameterizedClass
@EnumSource
class OccupantPicturesTest extends FriendsFixture {

    private final OwnPicture gold = new OwnPicture(Color.GOLD);
    private final OwnPicture teal = new OwnPicture(Color.TEAL);
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
        gold.announce(bobs, room, "Bob");
        var picture = awaitPicture("Bob", gold.hash());
        assertThat(image(picture)).contains(gold.png());

        bobs.leave(room);
        annas.go();
        annas.come();
        annas.kith().awaitJoined(annas.chat(room));
        assertThat(image(picture)).as("nobody there could be asked").contains(gold.png());
    }

    @Test
    void anotherPictureTakesItsPlace() throws Exception {
        gold.announce(bobs, room, "Bob");
        assertThat(image(awaitPicture("Bob", gold.hash()))).contains(gold.png());
        teal.publish(bobs);
        teal.announce(bobs, room, "Bob");
        assertThat(image(awaitPicture("Bob", teal.hash()))).contains(teal.png());
    }

    /// H20.
    @Test
    void whoTakesTheNickOfAnotherHasNotTheirPicture() throws Exception {
        gold.announce(bobs, room, "Bob");
        var picture = awaitPicture("Bob", gold.hash());
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
        teal.announce(bobs, room, "Bob");
        if (isToldByServer) {
            assertThat(image(awaitPicture("Bob", gold.hash()))).contains(gold.png());
        } else {
            assertThat(image(awaitPicture("Bob", teal.hash()))).isEmpty();
        }
    }

    private LabUser come(LabAccount account, String nick, OwnPicture picture) {
        var user = LabUser.signIn(server(), account);
        picture.publish(user);
        user.join(room, nick);
        return user;
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
}
