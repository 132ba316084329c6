package kith.session.room;

import kith.base.Lane;
import kith.model.Answer;
import kith.model.ChatKey;
import kith.model.DataForm;
import kith.model.Refusal;
import kith.model.RoomRegistration;
import kith.session.account.Links;
import kith.xmpp.xep.Xep0045Registration;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// How the user becomes a member of a room: by its form, if it has one (XEP-0045 §7.10), and how it
/// comes to keep their nick for them. Whether they are one then, the room decides, now or later.
///
/// Any thread; what is asked completes on the core lane, with a refusal where the account is
/// offline.
public final class RoomMembership {

    private final Links links;
    private final Xep0045Registration xep;
    private final Lane core;

    public RoomMembership(Links links, Xep0045Registration xep, Lane core) {
        this.links = links;
        this.xep = xep;
        this.core = core;
    }

    /// Asks the room what it wants to know.
    public CompletionStage<Answer<RoomRegistration>> form(ChatKey room) {
        return Questions.ask(links, core, room.account(), link -> xep.form(link, room.peer()));
    }

    /// Hands the form in.
    ///
    /// @return why the room doesn't take it; empty where it does
    public CompletionStage<Optional<Refusal>> submit(ChatKey room, DataForm filled) {
        return Questions.ask(
                        links, core, room.account(), link -> xep.submit(link, room.peer(), filled))
                .thenApply(RoomMembership::refusal);
    }

    /// Gives up what the room keeps of the user.
    ///
    /// @return why it doesn't let them; empty where it does
    public CompletionStage<Optional<Refusal>> remove(ChatKey room) {
        return Questions.ask(links, core, room.account(), link -> xep.remove(link, room.peer()))
                .thenApply(RoomMembership::refusal);
    }

    private static Optional<Refusal> refusal(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
