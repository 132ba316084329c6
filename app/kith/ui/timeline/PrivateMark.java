package kith.ui.timeline;

import javafx.scene.layout.HBox;

import kith.model.Confidant;
import kith.model.Refusal;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineRow.Bubble;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.Optional;

/// Says of a message in a room that it is for one person alone, or from one, in the place of the
/// nick; and why such a message was not sent.
final class PrivateMark {

    private PrivateMark() {}

    /// The line above the words; empty for what all in the room have.
    static Optional<HBox> line(Bubble bubble, Texts texts) {
        return words(bubble, texts).map(PrivateMark::line);
    }

    private static HBox line(String words) {
        var label = new EmojiLabel(words);
        label.getStyleClass().add("private-words");
        var line = new HBox(new IconView(Icon.EYE_OFF_OUTLINE, 16), label);
        line.getStyleClass().add("private-line");
        return line;
    }

    /// To whom it is, or from whom; empty for what all in the room have.
    static Optional<String> words(Bubble bubble, Texts texts) {
        return bubble.confidant()
                .map(other -> TimelineWords.tame(other.nick()))
                .map(
                        nick ->
                                bubble.isMine()
                                        ? texts.say("timeline.private.to", nick)
                                        : texts.say("timeline.private.from", nick));
    }

    /// Why it was not sent; empty where that is the same as for others.
    static Optional<String> failure(Refusal refusal, Confidant to, Texts texts) {
        var nick = TimelineWords.tame(to.nick());
        return switch (refusal.reason()) {
            case NOT_FOUND, UNAVAILABLE -> Optional.of(texts.say("failed.private.notThere", nick));
            case NICK_TAKEN -> Optional.of(texts.say("failed.private.else", nick));
            case FORBIDDEN, NOT_ALLOWED, NOT_SUPPORTED ->
                    Optional.of(texts.say("failed.private.forbidden"));
            case TIMED_OUT -> Optional.of(texts.say("failed.private.uncertain"));
            case OFFLINE, NOT_ACCEPTABLE -> Optional.of(texts.say("failed.private.notIn"));
            case PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    SERVER_NOT_REACHED,
                    LIMIT,
                    BAD_ADDRESS,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    Optional.empty();
        };
    }
}
