package kith.ui.join;

import kith.model.AccountId;
import kith.model.Answer;
import kith.model.FoundRoom;
import kith.model.ReceivedInvitation;
import kith.model.RoomTraits.Trait;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Under which nick the user enters a room that they are invited to, where that needs no question.
///
/// Everybody sees the user's address in some rooms, and whoever invites them may have made the room
/// for that: it is asked what it is before. Any thread; completes where the answers do.
public final class InvitedEntry {

    private final RoomFinding finding;
    private final Function<AccountId, String> usualNick;

    /// @param usualNick what an account is called where nobody says otherwise
    public InvitedEntry(RoomFinding finding, Function<AccountId, String> usualNick) {
        this.finding = finding;
        this.usualNick = usualNick;
    }

    /// Asks the room.
    ///
    /// @return the nick that it keeps for the user, else the usual one; empty where the user is to
    ///   be asked: the room shows addresses to all, isn't there yet, or doesn't say what it is
    public CompletionStage<Optional<String>> nick(ReceivedInvitation invited) {
        var room = Optional.ofNullable(invited.invitation().room().asEntityBareJidIfPossible());
        if (room.isEmpty()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        var account = invited.account();
        return finding.describe(account, room.get())
                .thenCombine(
                        finding.reservedNick(account, room.get()),
                        (described, kept) ->
                                isHarmless(described)
                                        ? Optional.of(
                                                kept.given()
                                                        .flatMap(it -> it)
                                                        .orElseGet(() -> usualNick.apply(account)))
                                        : Optional.empty());
    }

    private static boolean isHarmless(Answer<FoundRoom> described) {
        return described
                .given()
                .flatMap(FoundRoom::traits)
                .filter(it -> !it.is(Trait.NON_ANONYMOUS))
                .isPresent();
    }
}
