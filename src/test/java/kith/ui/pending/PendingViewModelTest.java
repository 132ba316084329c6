package kith.ui.pending;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class PendingViewModelTest {

    private final SampleWorld world = SampleWorld.pending();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final PendingViewModel pending = viewModels.pending();

    @Test
    void whatHasGoneOutIsNoMoreThere() {
        assertThat(pending.isEmpty()).isFalse();
        assertThat(pending.someFailedProperty().get()).isTrue();
        world.set(world.pending, SampleWorld.offline().pending.get());
        assertThat(pending.someFailedProperty().get()).isFalse();
        world.set(world.pending, List.of());
        assertThat(pending.isEmpty()).isTrue();
    }

    @Test
    void whatWaitsIsNotSentAgain() {
        pending.retry(written("Layla Haddad"));
        assertThat(viewModels.commands()).isEmpty();
        pending.retry(written("Mum"));
        assertThat(viewModels.commands()).hasSize(1);
    }

    @Test
    void eachAccountHasItsOwn() {
        assertThat(pending.rows().stream().map(PendingViewModelTest::shown))
                .containsExactly(
                        "mara@hearth.example",
                        "Mum",
                        "Ana-Sofía Guimarães de Oliveira e Castro",
                        "Layla Haddad",
                        "Layla Haddad",
                        "Harbour print co-op",
                        "mara@birke.example",
                        "a.very.long.address.of.someone@a.server.with.a.long.name.example");
    }

    @Test
    void anOnlyAccountIsNotNamed() {
        world.set(world.accounts, List.of(world.accounts.get().getFirst()));
        assertThat(pending.rows()).noneMatch(PendingRow.Head.class::isInstance).hasSize(5);
    }

    @Test
    void wordsStandOnOneLine() {
        assertThat(written("Ana-Sofía Guimarães de Oliveira e Castro").words())
                .startsWith("Here is the whole estimate 📎 with all its lines,");
    }

    @Test
    void aReactionIsCalledSoAndSaysItsEmoji() {
        assertThat(written("Mum").isReaction()).isFalse();
        var written = world.pending.get().getFirst();
        var reaction =
                new Message(
                        written.key(),
                        written.chat(),
                        written.ids(),
                        written.author(),
                        written.at(),
                        written.position(),
                        new Content.Reaction("x", List.of("👋", "🐢")),
                        Delivery.QUEUED);
        world.set(world.pending, List.of(reaction));
        assertThat(pending.rows())
                .filteredOn(PendingRow.Written.class::isInstance)
                .singleElement()
                .extracting(PendingRow.Written.class::cast)
                .matches(PendingRow.Written::isReaction)
                .extracting(PendingRow.Written::words)
                .isEqualTo("👋 🐢");
    }

    @Test
    void whatTakesBackAMessageIsCalledSo() {
        assertThat(written("Mum").isRetraction()).isFalse();
        var written = world.pending.get().getFirst();
        var retraction =
                new Message(
                        written.key(),
                        written.chat(),
                        written.ids(),
                        written.author(),
                        written.at(),
                        written.position(),
                        new Content.Retraction("x"),
                        Delivery.QUEUED);
        world.set(world.pending, List.of(retraction));
        assertThat(pending.rows())
                .filteredOn(PendingRow.Written.class::isInstance)
                .singleElement()
                .extracting(PendingRow.Written.class::cast)
                .matches(PendingRow.Written::isRetraction);
    }

    @Test
    void aRowLeadsToItsChat() {
        pending.open(written("Harbour print co-op"));
        assertThat(viewModels.commands()).containsExactly("open ROOM print@rooms.hearth.example");
    }

    @Test
    void allThatFailedIsSentAgainAndNothingElse() {
        pending.retryAll();
        assertThat(viewModels.commands())
                .hasSize(3)
                .allMatch(command -> command.startsWith("send again"));
    }

    @Test
    void invitationsComeFirstAndAreAnswered() {
        viewModels.commands().clear();
        world.set(world.pending, List.of());
        var rows = invited();
        pending.accept(rows.getFirst(), () -> {}, _ -> {});
        pending.decline(rows.getLast());
        assertThat(viewModels.commands())
                .containsExactly("accept etching@rooms.birke.example", "decline win@rooms.example");
        assertThat(invited()).noneMatch(PendingRow.Invited::isUnsent);
        assertThat(pending.hasMessages()).isFalse();
    }

    @Test
    void aRoomThatIsNotKnownToBeHarmlessIsEnteredAfterAQuestion() {
        var asked = new ArrayList<ReceivedInvitation>();
        var row = invited().getFirst();
        world.harmlessNick = new CompletableFuture<>();
        pending.accept(row, () -> asked.clear(), asked::add);
        pending.accept(row, () -> asked.clear(), asked::add);
        assertThat(invited().getFirst().isAsking()).isTrue();
        assertThat(asked).isEmpty();
        world.harmlessNick.complete(Optional.empty());
        assertThat(asked).as("once").containsExactly(row.received());
        assertThat(invited().getFirst().isAsking()).isFalse();
        assertThat(viewModels.commands()).noneMatch(it -> it.startsWith("accept"));
    }

    @Test
    void anAnswerThatCannotBeToldIsCalledSo() {
        invited();
        world.declineRefusal = Optional.of(Refusal.of(Refusal.Reason.OFFLINE));
        pending.decline(invited().getLast());
        assertThat(invited().getLast().isUnsent()).isTrue();
        assertThat(invited().getFirst().isUnsent()).isFalse();
        world.declineRefusal = Optional.empty();
        pending.decline(invited().getLast());
        assertThat(invited()).noneMatch(PendingRow.Invited::isUnsent);
    }

    @Test
    void whoSaidNoIsTakenAwayOnceSeen() {
        world.invite();
        pending.rows().stream()
                .filter(PendingRow.Declined.class::isInstance)
                .forEach(row -> pending.dismiss((PendingRow.Declined) row));
        assertThat(viewModels.commands()).containsExactly("dismiss dad@hearth.example");
    }

    private List<PendingRow.Invited> invited() {
        world.invite();
        return pending.rows().stream()
                .takeWhile(PendingRow.Invited.class::isInstance)
                .map(PendingRow.Invited.class::cast)
                .toList();
    }

    @Test
    void whatIsOnItsWayCannotBeTakenBack() {
        pending.discard(written("Harbour print co-op"));
        assertThat(viewModels.commands()).isEmpty();
        pending.discard(written("Layla Haddad"));
        assertThat(viewModels.commands()).hasSize(1);
    }

    private PendingRow.Written written(String title) {
        return pending.rows().stream()
                .filter(row -> shown(row).equals(title))
                .map(PendingRow.Written.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String shown(PendingRow row) {
        return switch (row) {
            case PendingRow.Head(var account) -> account;
            case PendingRow.Written written -> written.title();
            case PendingRow.Invited invited -> invited.received().invitation().room().toString();
            case PendingRow.Declined declined -> declined.declined().name();
        };
    }
}
