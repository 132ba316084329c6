package kith.ui.composer;

import kith.model.Refusal;
import kith.ui.text.InviteFailures;
import kith.ui.text.NickFailures;
import kith.ui.text.Texts;
import kith.ui.widget.EmojiParagraph;

/// The sentence above the frame that says why what was written was not done; takes no room where
/// there is nothing to say.
final class ComplaintLine extends EmojiParagraph {

    private final Texts texts;

    ComplaintLine(ComposerViewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("composer-complaint");
        textProperty().bind(model.complaintProperty().map(this::sentence));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private String sentence(Complaint complaint) {
        return switch (complaint) {
            case Complaint.None() -> "";
            case Complaint.UnknownCommand(var word) ->
                    texts.say("composer.complaint.unknown", word);
            case Complaint.Incomplete(var command) -> incomplete(command);
            case Complaint.SeveralLines() -> texts.say("composer.complaint.nick.lines");
            case Complaint.Refused(var command, var words, var refusal) ->
                    refused(command, words, refusal);
            case Complaint.NotPrivate(var to) -> notPrivate(to);
            case Complaint.FilesNotPrivate() -> texts.say("composer.complaint.msg.files");
            case Complaint.Mixed() -> texts.say("composer.complaint.msg.mixed");
            case Complaint.Unchangeable() -> texts.say("composer.complaint.unchangeable");
        };
    }

    private String incomplete(SlashCommand command) {
        return switch (command) {
            case ME -> texts.say("composer.complaint.incomplete.me");
            case NICK -> texts.say("composer.complaint.incomplete.nick");
            case MSG -> texts.say("composer.complaint.incomplete.msg");
            case TOPIC -> texts.say("composer.complaint.incomplete.topic");
            case INVITE -> texts.say("composer.complaint.incomplete.invite");
            case KICK, BAN, VOICE, MUTE, OP, DEOP, MEMBER, ADMIN, OWNER ->
                    texts.say("composer.complaint.incomplete.person", command.word());
            case LEAVE, HELP -> "";
        };
    }

    private String notPrivate(Whisper to) {
        return switch (to.standing()) {
            case THERE -> "";
            case GONE -> texts.say("composer.complaint.msg.gone", to.nick());
            case SOMEBODY_ELSE -> texts.say("composer.complaint.msg.else", to.nick());
            case ONESELF -> texts.say("composer.complaint.msg.oneself");
        };
    }

    /// A room refuses nothing but its subject, a nick, an invitation and what is done to others: it
    /// lets everybody go.
    private String refused(SlashCommand command, String words, Refusal refusal) {
        return switch (command) {
            case NICK -> new NickFailures(texts).why(words, refusal);
            case INVITE -> new InviteFailures(texts).why(words.split("\\s", 2)[0], refusal);
            case KICK, BAN, VOICE, MUTE, OP, DEOP, MEMBER, ADMIN, OWNER -> actRefused(refusal);
            case TOPIC, LEAVE, ME, MSG, HELP -> topicRefused(refusal);
        };
    }

    /// The line that was typed stands below and says whom it was about.
    private String actRefused(Refusal refusal) {
        return switch (refusal.reason()) {
            case NOT_FOUND -> texts.say("composer.complaint.act.nobody");
            case FORBIDDEN, NOT_ALLOWED, NOT_ACCEPTABLE ->
                    texts.say("composer.complaint.act.forbidden");
            case OFFLINE -> texts.say("composer.complaint.act.offline");
            case TIMED_OUT, SERVER_NOT_REACHED -> texts.say("composer.complaint.topic.timedOut");
            case LIMIT,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    UNAVAILABLE,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("composer.complaint.act.other");
        };
    }

    private String topicRefused(Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED -> texts.say("room.subject.refused.forbidden");
            case LIMIT -> texts.say("room.subject.refused.limit");
            case OFFLINE -> texts.say("composer.complaint.topic.offline");
            case TIMED_OUT, SERVER_NOT_REACHED -> texts.say("composer.complaint.topic.timedOut");
            case NOT_ACCEPTABLE,
                    NOT_FOUND,
                    PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    UNAVAILABLE,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("room.subject.refused.other");
        };
    }
}
