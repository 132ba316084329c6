package kith.ui.invite;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Contact;
import kith.model.Presence;
import kith.model.PresenceSubscription;
import kith.model.Refusal;
import kith.ui.invite.InviteViewModel.Failure;
import kith.ui.invite.InviteViewModel.Phase;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class InviteViewModelTest {

    private static final BareJid LAYLA = bare("layla@cedar.example");
    private static final BareJid TOMAS = bare("tomas@birke.example");
    private static final BareJid STRANGER = bare("iris@hearth.example");

    private final Map<String, CompletableFuture<Optional<Refusal>>> asked = new LinkedHashMap<>();
    private final InviteViewModel model =
            new InviteViewModel(
                    "Harbour print co-op",
                    List.of(contact(LAYLA, "Layla Haddad"), contact(TOMAS, "Tomás Beneš")),
                    (whom, reason) ->
                            asked.computeIfAbsent(
                                    whom + ": " + reason, _ -> new CompletableFuture<>()),
                    new ImmediateLane());

    @Test
    void partsOfNamesAndAddressesFindContacts() {
        type("tomas b");
        assertThat(model.people().suggested()).extracting(Invitee::address).containsExactly(TOMAS);
        type("cedar");
        assertThat(model.people().suggested()).extracting(Invitee::address).containsExactly(LAYLA);
        type("  ");
        assertThat(model.people().suggested()).isEmpty();
    }

    @Test
    void whoIsChosenIsNotSuggestedAndNotTwiceThere() {
        type("layla");
        assertThat(model.take()).isTrue();
        type("layla");
        assertThat(model.people().suggested()).isEmpty();
        type("layla@cedar.example");
        assertThat(model.take()).isTrue();
        assertThat(model.people().chosen()).containsExactly(new Invitee(LAYLA, "Layla Haddad"));
        assertThat(model.typedProperty().get()).isEmpty();
    }

    @Test
    void severalAreInvitedAtOnceAlsoWhoIsOnlyTyped() {
        type("layla");
        model.take();
        type(" xmpp:iris@hearth.example ");
        model.reasonProperty().set(" Riso night ");
        model.submit();
        model.submit(); // once is enough
        assertThat(asked).containsOnlyKeys(LAYLA + ": Riso night", STRANGER + ": Riso night");
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Inviting());
        answer(LAYLA, Optional.empty());
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Inviting());
        answer(STRANGER, Optional.empty());
        assertThat(model.phaseProperty().get()).isEqualTo(new Phase.Done());
    }

    @Test
    void whoCouldNotBeInvitedStaysAndTheOthersAreNotAskedAgain() {
        type("layla");
        model.take();
        type("tomas");
        model.take();
        model.reasonProperty().set("Riso night");
        model.submit();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        answer(LAYLA, Optional.of(refusal));
        answer(TOMAS, Optional.empty());
        var layla = new Invitee(LAYLA, "Layla Haddad");
        assertThat(model.phaseProperty().get())
                .isEqualTo(new Phase.Choosing(Optional.of(new Failure.Refused(layla, refusal))));
        assertThat(model.people().chosen()).containsExactly(layla);
        asked.clear();
        model.submit();
        assertThat(asked).containsOnlyKeys(LAYLA + ": Riso night");
    }

    @Test
    void whatMeansNobodyIsSaidAndForgottenWithTheNextLetter() {
        model.submit();
        assertThat(failure()).contains(new Failure.Nobody());
        type("nobody like that");
        assertThat(failure()).isEmpty();
        model.submit();
        assertThat(failure()).contains(new Failure.NoAddress("nobody like that"));
        type("");
        assertThat(failure()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theLastIsLeftOutAgain() {
        model.people().dropLast();
        type("layla");
        model.take();
        type("tomas");
        model.take();
        model.people().dropLast();
        assertThat(model.people().chosen()).extracting(Invitee::address).containsExactly(LAYLA);
    }

    private void type(String words) {
        model.typedProperty().set(words);
    }

    private Optional<Failure> failure() {
        return model.phaseProperty().get() instanceof Phase.Choosing(var failure)
                ? failure
                : Optional.empty();
    }

    private void answer(BareJid whom, Optional<Refusal> refusal) {
        assertThat(asked).containsKey(whom + ": Riso night");
        asked.getOrDefault(whom + ": Riso night", new CompletableFuture<>()).complete(refusal);
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
