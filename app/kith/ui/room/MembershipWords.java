package kith.ui.room;

import kith.model.Refusal;
import kith.ui.text.RequestFailures;
import kith.ui.text.Texts;

/// What registering with a room is called: from outside it makes the user a member, from inside it
/// has the room keep their nick.
///
/// @param isInside whether the user is in the room
record MembershipWords(Texts texts, boolean isInside) {

    String ask() {
        return isInside ? texts.say("room.keptNick.keep") : texts.say("room.membership.ask");
    }

    String send() {
        return isInside ? texts.say("room.keptNick.send") : texts.say("room.membership.send");
    }

    String sent() {
        return isInside ? texts.say("room.keptNick.sent") : texts.say("room.membership.sent");
    }

    /// @param nick that the room keeps; may be empty
    String member(String nick) {
        if (!isInside) {
            return texts.say("room.membership.already");
        }
        return nick.isEmpty()
                ? texts.say("room.keptNick.registered")
                : texts.say("room.keptNick.kept", nick);
    }

    /// Why there is no form.
    String noForm(Refusal refusal) {
        return switch (refusal.reason()) {
            case NOT_ALLOWED, FORBIDDEN, MEMBERS_ONLY ->
                    isInside
                            ? texts.say("room.keptNick.membersOnly")
                            : texts.say("room.membership.adminsOnly");
            default ->
                    common(
                            refusal,
                            isInside
                                    ? texts.say("room.keptNick.none")
                                    : texts.say("room.membership.noForm"));
        };
    }

    /// Why it didn't take what was filled in, or given up.
    String notTaken(Refusal refusal) {
        return refusal.reason() == Refusal.Reason.NICK_TAKEN
                ? texts.say("room.membership.nickTaken")
                : common(refusal, texts.say("room.membership.notTaken"));
    }

    private String common(Refusal refusal, String other) {
        var failures =
                new RequestFailures(
                        texts.say("room.refused.offline"),
                        texts.say("room.membership.noAnswer"),
                        other);
        return failures.why(refusal);
    }
}
