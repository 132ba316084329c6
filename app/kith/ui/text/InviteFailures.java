package kith.ui.text;

import kith.model.Refusal;

/// Why somebody was not invited to a room, in a sentence.
public final class InviteFailures {

    private final Texts texts;

    public InviteFailures(Texts texts) {
        this.texts = texts;
    }

    /// The sentence, with its full stop.
    ///
    /// @param whom their name, or what was typed for it
    public String why(String whom, Refusal refusal) {
        return switch (refusal.reason()) {
            case BAD_ADDRESS -> texts.say("composer.complaint.invite.address", whom);
            case FORBIDDEN, NOT_ALLOWED, MEMBERS_ONLY ->
                    texts.say("composer.complaint.invite.forbidden");
            case OFFLINE -> texts.say("composer.complaint.invite.offline");
            case TIMED_OUT, SERVER_NOT_REACHED -> texts.say("composer.complaint.topic.timedOut");
            case NOT_ACCEPTABLE,
                    NOT_FOUND,
                    PASSWORD_NEEDED,
                    NICK_TAKEN,
                    UNAVAILABLE,
                    LIMIT,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("composer.complaint.invite.other", whom);
        };
    }
}
