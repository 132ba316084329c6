package kith.ui.text;

import kith.model.Refusal;

/// Why a message of ours was not sent, in a sentence.
public final class Failures {

    private final Texts texts;

    public Failures(Texts texts) {
        this.texts = texts;
    }

    /// The sentence, with its full stop.
    public String why(Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED -> texts.say("failed.forbidden");
            case PASSWORD_NEEDED, MEMBERS_ONLY -> texts.say("failed.notIn");
            case NICK_TAKEN, NOT_SUPPORTED, OTHER -> texts.say("failed.other");
            case NOT_ACCEPTABLE -> texts.say("failed.notAcceptable");
            case UNSAFE -> texts.say("failed.unsafe");
            case FILE_GONE -> texts.say("failed.fileGone");
            case NOT_FOUND, BAD_ADDRESS -> texts.say("failed.notFound");
            case UNAVAILABLE -> texts.say("failed.unavailable");
            case SERVER_NOT_REACHED -> texts.say("failed.serverNotReached");
            case LIMIT -> texts.say("failed.limit");
            case TIMED_OUT -> texts.say("failed.timedOut");
            case OFFLINE -> texts.say("failed.offline");
        };
    }
}
