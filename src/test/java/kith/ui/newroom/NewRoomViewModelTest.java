package kith.ui.newroom;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.gallery.SampleWorld;
import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.session.room.MakingRoom;
import kith.ui.newroom.NewRoomViewModel.Phase;
import kith.ui.shell.OwnAccount;
import kith.ui.text.FieldError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

class NewRoomViewModelTest {

    private static final ChatKey ROOM = SampleWorld.key("bees@rooms.hearth.example");

    private final SampleWorld world = SampleWorld.full();
    private final List<NewRoom> asked = new ArrayList<>();
    private final List<ChatKey> opened = new ArrayList<>();
    private final List<CompletableFuture<RoomMaking>> outcomes = new ArrayList<>();
    private int cancelled;
    private final NewRoomViewModel model =
            new NewRoomViewModel(
                    world.accounts.get().stream().map(OwnAccount::account).toList(),
                    new NewRoomCommands(
                            (account, room) -> {
                                asked.add(room);
                                outcomes.add(new CompletableFuture<>());
                                return new MakingRoom(outcomes.getLast(), () -> cancelled++);
                            },
                            opened::add),
                    new ImmediateLane());

    @Test
    void aPrivateGroupNeedsANameOnly() {
        model.nameProperty().set(" Family ties ");
        model.submit();
        assertThat(asked)
                .containsExactly(new NewRoom(Kind.PRIVATE_GROUP, "Family ties", "", "", "mara"));
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Making());
        model.submit();
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Garden friends,garden-friends",
        "  Bees & Trees!  ,bees-trees",
        "Straßenfest 2026,straßenfest-2026",
        "ﬁne Printing,fine-printing",
        "أصدقاء الحديقة,أصدقاء-الحديقة",
        "🐝,''",
        "a a a a a a a a a a a a a a a a a a a a a a a a a,a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a",
    })
    void theAddressOfAChannelFollowsItsName(String name, String address) {
        model.nameProperty().set(name);
        assertThat(model.addressProperty().get()).isEqualTo(address);
    }

    @Test
    void anAddressThatTheUserWritesStays() {
        model.kindProperty().set(Kind.PUBLIC_CHANNEL);
        model.nameProperty().set("Bees");
        model.addressProperty().set("hive");
        model.nameProperty().set("Bees and trees");
        model.descriptionProperty().set("Honey");
        model.submit();
        assertThat(asked)
                .containsExactly(
                        new NewRoom(
                                Kind.PUBLIC_CHANNEL, "Bees and trees", "Honey", "hive", "mara"));
    }

    @Test
    void whatIsWrongIsSaidAndNothingAsked() {
        model.kindProperty().set(Kind.PUBLIC_CHANNEL);
        model.nickProperty().set(" ");
        model.submit();
        assertThat(model.nameErrorProperty().get()).isEqualTo(FieldError.MISSING);
        assertThat(model.addressErrorProperty().get()).isEqualTo(FieldError.MISSING);
        assertThat(model.nickErrorProperty().get()).isEqualTo(FieldError.MISSING);
        model.addressProperty().set("bees@elsewhere");
        model.nickProperty().set("x".repeat(2_000));
        model.submit();
        assertThat(model.addressErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(model.nickErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRoomThatIsMadeIsOpenedAndWhatItLacksIsSaid() {
        make();
        outcomes.getLast().complete(new RoomMaking.Made(ROOM, Set.of(Trait.MEMBERS_ONLY)));
        assertThat(opened).containsExactly(ROOM);
        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Made(Set.of(Trait.MEMBERS_ONLY)));
    }

    @Test
    void afterAFailureItMayBeTriedAgain() {
        make();
        var taken = RoomMaking.failed(RoomMaking.Cause.TAKEN, Refusal.Reason.NICK_TAKEN);
        outcomes.getLast().complete(taken);
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Typing(Optional.of(taken)));
        assertThat(opened).isEmpty();
        model.submit();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoGoesAwayDoesNotWantIt() {
        make();
        model.close();
        assertThat(cancelled).isEqualTo(1);
    }

    private void make() {
        model.nameProperty().set("Bees");
        model.submit();
    }
}
