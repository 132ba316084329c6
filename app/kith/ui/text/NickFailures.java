package kith.ui.text;

import kith.model.Refusal;

/// Why a room calls the user as before, though they wanted another nick.
public final class NickFailures {

    private final Texts texts;

    public NickFailures(Texts texts) {
        this.texts = texts;
    }

    /// What is said to the user.
    ///
    /// @param nick the one that was wanted
    public String why(String nick, Refusal refusal) {
        return switch (refusal.reason()) {
            case NICK_TAKEN -> texts.say("room.refused.nickTaken", nick);
            case NOT_ACCEPTABLE -> texts.say("room.refused.notAcceptable", nick);
            case BAD_ADDRESS -> texts.say("composer.complaint.nick.impossible", nick);
            case FORBIDDEN, NOT_ALLOWED -> texts.say("composer.complaint.nick.forbidden");
            case LIMIT -> texts.say("composer.complaint.nick.limit");
            case OFFLINE -> texts.say("composer.complaint.nick.offline");
            case TIMED_OUT, SERVER_NOT_REACHED -> texts.say("composer.complaint.topic.timedOut");
            case NOT_FOUND,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    UNAVAILABLE,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("composer.complaint.nick.other");
        };
    }
}
