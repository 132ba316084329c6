package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.session.room.RoomPictures;
import kith.ui.fx.FxThread;
import kith.ui.widget.SmallPicture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// The picture of a room at a real server that has them (XEP-0486): Prosody by a module of its
/// community, which tells it in the room's presence only.
@ParameterizedClass
@EnumSource
class RoomPicturesTest extends FriendsFixture {

    RoomPicturesTest(ServerKind kind) {
        super(kind, ServerProfile.COMMUNITY_MODULES, "pictures");
    }

    @Test
    void anOwnerGivesARoomAPictureAndTakesItAway() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var word = server().newRoomAddress("bees").getLocalpart().toString();
        var made =
                (RoomMaking.Made)
                        get(
                                annas.kith()
                                        .session()
                                        .roomServices()
                                        .makings()
                                        .make(
                                                annas.chat(annas.address()).account(),
                                                new NewRoom(
                                                        NewRoom.Kind.PUBLIC_CHANNEL,
                                                        "Bees",
                                                        "",
                                                        word,
                                                        "Anna"))
                                        .outcome());
        bobs.enter(made.room().peer());
        var key = bobs.chat(made.room().peer());
        var png = FxThread.call(RoomPicturesTest::yellow);
        assertThat(get(pictures(annas).publish(made.room(), Optional.of(png)))).isEmpty();
        awaitPicture(annas, made.room(), png);
        awaitPicture(bobs, key, png);

        bobs.go();
        bobs.come(); // kept
        awaitPicture(bobs, key, png);
        assertThat(get(pictures(bobs).publish(key, Optional.empty())).map(Refusal::reason))
                .contains(Refusal.Reason.FORBIDDEN);

        assertThat(get(pictures(annas).publish(made.room(), Optional.empty()))).isEmpty();
        await("it is gone")
                .atMost(RunningKith.PATIENCE)
                .until(() -> pictures(bobs).hashes().get().isEmpty());
        assertThat(pictures(annas).hashes().get()).isEmpty();
    }

    private static byte[] yellow() {
        var image = new WritableImage(16, 16);
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 16; y++) {
                image.getPixelWriter().setColor(x, y, Color.GOLD);
            }
        }
        return SmallPicture.png(image);
    }

    private static void awaitPicture(KithUser user, ChatKey room, byte[] png) throws Exception {
        var hash =
                await(user.name() + " has it")
                        .atMost(RunningKith.PATIENCE)
                        .until(
                                () -> Optional.ofNullable(pictures(user).hashes().get().get(room)),
                                Optional::isPresent)
                        .orElseThrow();
        assertThat(get(pictures(user).image(hash, file -> file)).orElseThrow()).isEqualTo(png);
    }

    private static RoomPictures pictures(KithUser user) {
        return user.kith().session().roomServices().pictures();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
