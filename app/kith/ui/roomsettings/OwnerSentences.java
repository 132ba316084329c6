package kith.ui.roomsettings;

import kith.model.Refusal;
import kith.ui.text.RequestFailures;
import kith.ui.text.Texts;

/// The sentences that say why a room doesn't do what its owner wants.
final class OwnerSentences {

    private final Texts texts;

    OwnerSentences(Texts texts) {
        this.texts = texts;
    }

    /// Why a room goes on, with what it wrote about it.
    String notClosed(Refusal refusal) {
        return withTheirWords(
                switch (refusal.reason()) {
                    case FORBIDDEN, NOT_ALLOWED -> texts.say("roomclosing.refused.forbidden");
                    case NOT_FOUND -> texts.say("roomclosing.refused.gone");
                    default -> common(refusal);
                },
                refusal);
    }

    /// Why its settings can't be had or are not taken, with what it wrote about it.
    String notSet(Refusal refusal) {
        return withTheirWords(
                switch (refusal.reason()) {
                    case FORBIDDEN, NOT_ALLOWED -> texts.say("roomsettings.refused.forbidden");
                    case NOT_ACCEPTABLE -> texts.say("roomsettings.refused.notAcceptable");
                    case NICK_TAKEN -> texts.say("roomsettings.refused.lastOwner");
                    case NOT_FOUND -> texts.say("roomclosing.refused.gone");
                    default -> common(refusal);
                },
                refusal);
    }

    private String common(Refusal refusal) {
        var failures =
                new RequestFailures(
                        texts.say("roomsettings.refused.offline"),
                        texts.say("roomsettings.refused.timedOut"),
                        texts.say("roomsettings.refused.other"));
        return failures.why(refusal);
    }

    private String withTheirWords(String sentence, Refusal refusal) {
        var words = refusal.text().strip();
        return words.isEmpty() ? sentence : sentence + "\n" + texts.say("room.theirWords", words);
    }
}
