package kith.ui.join;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.gallery.SampleWorld;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.PasswordKeeping;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.ServerAddress;
import kith.ui.join.JoinRoomViewModel.Phase;
import kith.ui.shell.OwnAccount;
import kith.ui.text.FieldError;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class JoinRoomViewModelTest {

    private static final String ROOM = "print@rooms.hearth.example";

    private final SampleWorld world = SampleWorld.full();
    private final ImmediateLane lane = new ImmediateLane();
    private final Cell<Optional<Room>> room = new Cell<>(lane, Optional.empty());
    private final List<String> asked = new ArrayList<>();
    private boolean isOnline = true;
    private final JoinRoomViewModel join =
            new JoinRoomViewModel(
                    world.accounts.get().stream().map(OwnAccount::account).toList(),
                    new RoomEntry(
                            (account, address, nick, password) ->
                                    asked.add(
                                            account.value()
                                                    + " "
                                                    + address
                                                    + " "
                                                    + nick
                                                    + password.map(word -> " " + word).orElse("")),
                            key -> room,
                            account -> isOnline),
                    world.findable,
                    lane);

    @Test
    void theUserIsCalledAsInTheirAddressUnlessTheySayOtherwise() {
        typed(ROOM).submit();
        assertThat(asked).containsExactly("1 " + ROOM + " mara");
    }

    @Test
    void anotherAccountMayJoin() {
        join.accountProperty().set(join.accounts().get(1));
        typed(ROOM).submit();
        assertThat(asked).containsExactly("2 " + ROOM + " mara");
    }

    @Test
    void withoutAnAddressAndANameNothingIsAsked() {
        typed("no room").nickProperty().set(" ");
        join.submit();
        assertThat(join.addressErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(join.nickErrorProperty().get()).isEqualTo(FieldError.MISSING);
        assertThat(asked).isEmpty();
    }

    @Test
    void onceInsideTheDialogIsDone() {
        typed(ROOM).submit();
        answer(RoomState.JOINING);
        assertThat(join.phaseProperty().get()).isEqualTo(new Phase.Joining());
        answer(RoomState.JOINED);
        assertThat(join.phaseProperty().get()).isEqualTo(new Phase.Joined());
    }

    @Test
    void aPasswordIsAskedForWhereTheRoomAsks() {
        typed(ROOM).submit();
        assertThat(join.asksForPassword()).isFalse();
        answer(refused(Refusal.Reason.PASSWORD_NEEDED));
        assertThat(join.asksForPassword()).isTrue();
        join.passwordProperty().set("swordfish");
        join.submit();
        assertThat(asked).endsWith("1 " + ROOM + " mara swordfish");
    }

    @Test
    void anOldRefusalIsNoAnswer() {
        answer(refused(Refusal.Reason.MEMBERS_ONLY));
        typed(ROOM).submit();
        assertThat(join.phaseProperty().get()).isEqualTo(new Phase.Joining());
        answer(refused(Refusal.Reason.MEMBERS_ONLY));
        assertThat(join.phaseProperty().get())
                .isEqualTo(new Phase.Typing(Optional.of(Refusal.of(Refusal.Reason.MEMBERS_ONLY))));
    }

    @Test
    void aRoomTheUserIsInAlreadyIsDoneAtOnce() {
        answer(RoomState.JOINED);
        typed(ROOM).submit();
        assertThat(join.phaseProperty().get()).isEqualTo(new Phase.Joined());
    }

    @Test
    void aRoomShowsWhatItIsBeforeItIsEntered() {
        typed("printers@rooms.hearth.example").leaveAddress();
        assertThat(join.preview().seenProperty().get())
                .isInstanceOfSatisfying(
                        RoomPreviewViewModel.Seen.Room.class,
                        it -> assertThat(it.room().traits().orElseThrow().people()).hasValue(42));
        typed("nobody@rooms.hearth.example").leaveAddress();
        assertThat(join.preview().seenProperty().get())
                .isInstanceOf(RoomPreviewViewModel.Seen.Free.class);
        assertThat(asked).as("nothing is entered by looking").isEmpty();
    }

    @Test
    void theNickThatARoomKeepsIsTakenUnlessTheUserTypesOne() {
        typed("printers@rooms.hearth.example").leaveAddress();
        assertThat(join.nickProperty().get()).isEqualTo("Mara P");
        typed(ROOM).leaveAddress();
        join.nickProperty().set("M");
        typed("printers@rooms.hearth.example").leaveAddress();
        assertThat(join.nickProperty().get()).isEqualTo("M");
    }

    @Test
    void aLinkBringsItsPassword() {
        typed("xmpp:" + ROOM + "?join;password=open%20sesame").submit();
        assertThat(asked).containsExactly("1 " + ROOM + " mara open sesame");
    }

    @Test
    void aPasswordThatIsBetterThanTheLinksIsTaken() {
        typed("xmpp:" + ROOM + "?join;password=old").submit();
        answer(refused(Refusal.Reason.PASSWORD_NEEDED));
        join.passwordProperty().set("new");
        join.leaveAddress();
        join.submit();
        assertThat(asked).endsWith("1 " + ROOM + " mara new");
    }

    @Test
    void aNameThatNoRoomHasIsNotSent() {
        typed(ROOM).nickProperty().set("x".repeat(2_000));
        join.submit();
        assertThat(join.nickErrorProperty().get()).isEqualTo(FieldError.MALFORMED);
        assertThat(asked).isEmpty();
    }

    @Test
    void anotherAccountHasAnotherName() {
        var layla =
                new Account(
                        new AccountId(3),
                        JidCreate.entityBareFromOrThrowUnchecked("layla@birke.example"),
                        new ServerAddress.ByDomain(),
                        Optional.empty(),
                        PasswordKeeping.ASK);
        var found = open(join.accounts().getFirst(), layla);
        found.accountProperty().set(layla);
        assertThat(found.nickProperty().get()).isEqualTo("layla");
        found.nickProperty().set("L");
        found.accountProperty().set(join.accounts().getFirst());
        assertThat(found.nickProperty().get()).as("what the user has typed stays").isEqualTo("L");
    }

    @Test
    void theRoomIsAskedAnewForAnotherAccount() {
        typed("printers@rooms.hearth.example").leaveAddress();
        join.leaveAddress();
        assertThat(described()).isEqualTo(1);
        join.accountProperty().set(join.accounts().get(1));
        assertThat(described()).isEqualTo(2);
        assertThat(join.nickProperty().get()).isEqualTo("Mara P");
    }

    @Test
    void noRoomIsAskedForAnotherAccountBeforeThereIsOne() {
        typed("printers@rooms.hearth.example");
        join.accountProperty().set(join.accounts().get(1));
        assertThat(described()).isZero();
    }

    @Test
    void whoIsOfflineIsToldAndInTheRoomLater() {
        isOnline = false;
        typed(ROOM).submit();
        assertThat(join.phaseProperty().get())
                .isEqualTo(new Phase.Typing(Optional.of(Refusal.of(Refusal.Reason.OFFLINE))));
        answer(RoomState.JOINED);
        assertThat(join.phaseProperty().get()).isEqualTo(new Phase.Joined());
    }

    @Test
    void anotherNickIsProposedWhereOneIsInUse() {
        typed(ROOM).submit();
        answer(refused(Refusal.Reason.NICK_TAKEN));
        assertThat(join.nickProperty().get()).isEqualTo("mara2");
        join.submit();
        assertThat(asked).endsWith("1 " + ROOM + " mara2");
    }

    @Test
    void oneThatIsNoMoreSaysWhereToGo() {
        typed(ROOM).submit();
        var other = JidCreate.bareFromOrThrowUnchecked("coffee@rooms.hearth.example");
        answer(
                new RoomState.Removed(
                        RoomState.Cause.DESTROYED, "", "Winter is here", Optional.of(other)));
        assertThat(join.phaseProperty().get()).isEqualTo(new Phase.Closed(Optional.of(other)));
        typed(other.toString()).submit();
        assertThat(asked).endsWith("1 " + other + " mara");
    }

    @Test
    void aRoomThatWasFoundIsThereAlready() {
        var found = open(join.accounts().getFirst());
        found.with(SampleWorld.key("tea@rooms.hearth.example"));
        assertThat(found.addressProperty().get()).isEqualTo("tea@rooms.hearth.example");
        assertThat(found.preview().seenProperty().get())
                .isInstanceOf(RoomPreviewViewModel.Seen.Room.class);
    }

    private JoinRoomViewModel open(Account... accounts) {
        return new JoinRoomViewModel(
                List.of(accounts),
                new RoomEntry(
                        (account, address, nick, password) -> {}, key -> room, account -> true),
                world.findable,
                lane);
    }

    private long described() {
        return world.findable.asked.stream().filter(each -> each.startsWith("describe")).count();
    }

    private JoinRoomViewModel typed(String address) {
        join.addressProperty().set(address);
        return join;
    }

    private void answer(RoomState state) {
        var newest = new Room(SampleWorld.key(ROOM), "Harbour", "mara", state, "", 0);
        lane.execute(() -> room.set(Optional.of(newest)));
    }

    private static RoomState refused(Refusal.Reason reason) {
        return new RoomState.Refused(Refusal.of(reason));
    }
}
