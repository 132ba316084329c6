package kith.ui.invite;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.Account;
import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.NewRoom;
import kith.model.NewRoom.Trait;
import kith.model.PasswordKeeping;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.model.RoomMaking;
import kith.model.ServerAddress;
import kith.session.room.MakingRoom;
import kith.ui.invite.AddPeopleViewModel.Failure;
import kith.ui.invite.AddPeopleViewModel.Phase;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

class AddPeopleViewModelTest {

    private static final BareJid LAYLA = bare("layla@cedar.example");
    private static final BareJid TOMAS = bare("tomas@birke.example");
    private static final BareJid STRANGER = bare("iris@hearth.example");
    private static final ChatKey GROUP =
            new ChatKey(new AccountId(1), bare("k3x@rooms.hearth.example"));
    private static final Refusal GONE = Refusal.of(Refusal.Reason.UNAVAILABLE);

    private final List<NewRoom> wanted = new ArrayList<>();
    private final List<ChatKey> opened = new ArrayList<>();
    private final List<String> invited = new ArrayList<>();
    private final List<CompletableFuture<Optional<Refusal>>> answers = new ArrayList<>();
    private CompletableFuture<RoomMaking> making = new CompletableFuture<>();
    private int cancelled;
    private final AddPeopleViewModel model =
            new AddPeopleViewModel(
                    account(),
                    LAYLA,
                    List.of(contact(LAYLA, "Layla Haddad"), contact(TOMAS, "Tomás Beneš")),
                    new AddPeopleCommands(
                            group -> {
                                wanted.add(group);
                                return new MakingRoom(making, () -> cancelled++);
                            },
                            opened::add,
                            (group, whom, reason) -> {
                                invited.add(group.peer() + ": " + whom + ": " + reason);
                                answers.add(new CompletableFuture<>());
                                return answers.getLast();
                            }),
                    new ImmediateLane());

    @Test
    void theGroupIsCalledByWhoIsInItUntilTheUserSaysOtherwise() {
        assertThat(name()).isEqualTo("mara, Layla Haddad");
        add("tomas");
        assertThat(name()).isEqualTo("mara, Layla Haddad, Tomás Beneš");
        add("iris@hearth.example");
        assertThat(name()).isEqualTo("mara, Layla Haddad, Tomás Beneš, iris");
        model.people().dropLast();
        assertThat(name()).isEqualTo("mara, Layla Haddad, Tomás Beneš");
        model.nameProperty().set("Print night");
        add("iris@hearth.example");
        assertThat(name()).isEqualTo("Print night");
    }

    @Test
    void aLongNameEndsBehindAWholeOne() {
        for (int i = 0; i < 30; i++) {
            add("friend" + i + "@hearth.example");
        }
        assertThat(name()).isEqualTo("mara, Layla Haddad, friend0, friend1, friend2, friend3…");
    }

    @Test
    void whoIsInTheChatIsNotAddedToIt() {
        type("layla");
        assertThat(model.people().suggested()).isEmpty();
        type("layla@cedar.example");
        assertThat(model.take()).isTrue();
        type("mara@hearth.example");
        assertThat(model.take()).isTrue();
        assertThat(model.people().chosen()).isEmpty();
        assertThat(model.peer()).isEqualTo(new Invitee(LAYLA, "Layla Haddad"));
    }

    @Test
    void theGroupIsMadeAndThePeerIsInvitedFirst() {
        add("tomas");
        model.reasonProperty().set(" Riso night ");
        model.submit();
        model.submit(); // once is enough
        assertThat(wanted)
                .containsExactly(
                        new NewRoom(
                                NewRoom.Kind.PRIVATE_GROUP,
                                "mara, Layla Haddad, Tomás Beneš",
                                "",
                                "",
                                "mara"));
        assertThat(phase()).isEqualTo(new Phase.Making());
        assertThat(invited).isEmpty();
        making.complete(new RoomMaking.Made(GROUP, Set.of()));
        assertThat(opened).containsExactly(GROUP);
        assertThat(phase()).isEqualTo(new Phase.Inviting());
        assertThat(invited).containsExactly(GROUP.peer() + ": " + LAYLA + ": Riso night");
        answer(Optional.empty());
        assertThat(invited).last().isEqualTo(GROUP.peer() + ": " + TOMAS + ": Riso night");
        answer(Optional.empty());
        assertThat(phase()).isEqualTo(new Phase.Done(Set.of()));
    }

    @Test
    void whoIsToldNoReasonIsToldTheName() {
        add("tomas");
        model.nameProperty().set("  ");
        model.submit();
        making.complete(new RoomMaking.Made(GROUP, Set.of()));
        assertThat(invited)
                .containsExactly(GROUP.peer() + ": " + LAYLA + ": mara, Layla Haddad, Tomás Beneš");
        assertThat(wanted.getFirst().name()).isEqualTo("mara, Layla Haddad, Tomás Beneš");
    }

    @Test
    void aRefusalLosesNothingAndTheNextTryMakesTheGroup() {
        add("tomas");
        model.submit();
        var failed = RoomMaking.failed(RoomMaking.Cause.NOT_ALLOWED, Refusal.Reason.NOT_ALLOWED);
        making.complete(failed);
        assertThat(failure()).contains(new Failure.NotMade(failed));
        assertThat(opened).isEmpty();
        assertThat(model.people().chosen()).extracting(Invitee::address).containsExactly(TOMAS);
        making = new CompletableFuture<>();
        model.submit();
        making.complete(new RoomMaking.Made(GROUP, Set.of()));
        assertThat(wanted).hasSize(2);
        assertThat(opened).containsExactly(GROUP);
    }

    @Test
    void whoCouldNotBeInvitedStaysAndTheNextTryMakesNoOtherGroup() {
        add("tomas");
        add("iris@hearth.example");
        model.submit();
        making.complete(new RoomMaking.Made(GROUP, Set.of(Trait.ARCHIVE)));
        answer(Optional.of(GONE)); // Layla
        answer(Optional.empty()); // Tomás
        answer(Optional.of(Refusal.of(Refusal.Reason.OFFLINE))); // Iris
        var layla = new Invitee(LAYLA, "Layla Haddad");
        assertThat(failure()).contains(new Failure.Refused(layla, GONE));
        assertThat(model.people().chosen()).extracting(Invitee::address).containsExactly(STRANGER);
        invited.clear();
        model.submit();
        answer(Optional.empty());
        answer(Optional.empty());
        assertThat(invited)
                .extracting(it -> it.split(": ", -1)[1])
                .containsExactly(LAYLA.toString(), STRANGER.toString());
        assertThat(wanted).hasSize(1);
        assertThat(opened).hasSize(1);
        assertThat(phase()).isEqualTo(new Phase.Done(Set.of(Trait.ARCHIVE)));
    }

    @Test
    void whoIsLeftOutAfterwardsIsInvitedNoMore() {
        add("tomas");
        model.submit();
        making.complete(new RoomMaking.Made(GROUP, Set.of()));
        answer(Optional.empty());
        answer(Optional.of(GONE));
        model.people().dropLast();
        assertThat(failure()).isEmpty();
        model.submit();
        assertThat(phase()).isEqualTo(new Phase.Done(Set.of()));
        assertThat(invited).hasSize(2);
    }

    @Test
    void whatMeansNobodyIsSaid() {
        model.submit();
        assertThat(failure()).contains(new Failure.Nobody());
        type("nobody like that");
        assertThat(failure()).isEmpty();
        model.submit();
        assertThat(failure()).contains(new Failure.NoAddress("nobody like that"));
        assertThat(wanted).isEmpty();
    }

    @Test
    void closedBeforeTheGroupIsThereItIsNotMade() {
        add("tomas");
        model.submit();
        model.close();
        assertThat(cancelled).isEqualTo(1);
        making.complete(RoomMaking.failed(RoomMaking.Cause.CANCELLED, Refusal.Reason.OTHER));
        assertThat(phase()).isEqualTo(new Phase.Making());
        assertThat(invited).isEmpty();
    }

    @Test
    void closedOnceTheGroupIsThereAllAreInvitedStill() {
        add("tomas");
        model.submit();
        making.complete(new RoomMaking.Made(GROUP, Set.of()));
        model.close();
        answer(Optional.empty());
        answer(Optional.empty());
        assertThat(invited).hasSize(2);
    }

    private String name() {
        return model.nameProperty().get();
    }

    private void add(String words) {
        type(words);
        assertThat(model.take()).isTrue();
    }

    private void type(String words) {
        model.typedProperty().set(words);
    }

    private Phase phase() {
        return model.phaseProperty().get();
    }

    private Optional<Failure> failure() {
        return phase() instanceof Phase.Choosing(var failure) ? failure : Optional.empty();
    }

    private void answer(Optional<Refusal> refusal) {
        assertThat(answers.getLast()).isNotDone();
        answers.getLast().complete(refusal);
    }

    private static Account account() {
        return new Account(
                new AccountId(1),
                JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example"),
                new ServerAddress.ByDomain(),
                Optional.empty(),
                PasswordKeeping.KEY_RING);
    }

    private static Contact contact(BareJid address, String name) {
        return new Contact(
                new AccountId(1),
                address,
                name,
                List.of(),
                PresenceSubscription.BOTH,
                Presence.OFFLINE);
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
