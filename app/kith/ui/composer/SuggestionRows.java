package kith.ui.composer;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import kith.model.Availability;
import kith.model.Occupant;
import kith.ui.presence.PresenceLook;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the lines of the list above the composer.
final class SuggestionRows {

    private final Texts texts;
    private final PresenceLook look;

    SuggestionRows(Texts texts) {
        this.texts = texts;
        this.look = new PresenceLook(texts);
    }

    Node row(Suggestion suggestion) {
        var row = new HBox();
        row.getStyleClass().addAll("row", "completion-row");
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(spoken(suggestion));
        switch (suggestion) {
            case Suggestion.Command(var command) -> row.getChildren().setAll(command(command));
            case Suggestion.Person(var occupant, _) -> row.getChildren().setAll(person(occupant));
            case Suggestion.Emoji(var emoji, var name) -> {
                var picture = new EmojiLabel(emoji);
                picture.getStyleClass().add("completion-emoji");
                row.getChildren().setAll(picture, new EmojiLabel(code(name)));
            }
        }
        return row;
    }

    /// What a screen reader says of it.
    String spoken(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.Command(var command) ->
                    texts.say("composer.command.spoken", form(command), help(command));
            case Suggestion.Person(var occupant, _) ->
                    Stream.of(
                                    occupant.nick(),
                                    look.name(occupant.presence().availability()),
                                    standing(occupant))
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining(", "));
            case Suggestion.Emoji(var emoji, var name) -> name.replace('_', ' ');
        };
    }

    private List<Node> command(SlashCommand command) {
        var form = new Label(form(command));
        form.getStyleClass().add("completion-command");
        form.setMinWidth(Region.USE_PREF_SIZE);
        var help = new Label(help(command));
        help.getStyleClass().add("completion-note");
        help.setWrapText(true); // in a narrow window nothing of it is left out
        return List.of(form, help);
    }

    /// How it is typed.
    private String form(SlashCommand command) {
        return switch (command) {
            case ME -> texts.say("composer.command.me.form", command.word());
            case MSG -> texts.say("composer.command.msg.form", command.word());
            case NICK -> texts.say("composer.command.nick.form", command.word());
            case TOPIC -> texts.say("composer.command.topic.form", command.word());
            case INVITE -> texts.say("composer.command.invite.form", command.word());
            case KICK, BAN -> texts.say("composer.command.person.why.form", command.word());
            case VOICE, MUTE, OP, DEOP, MEMBER, ADMIN, OWNER ->
                    texts.say("composer.command.person.form", command.word());
            case LEAVE, HELP -> texts.say("composer.command.form", command.word());
        };
    }

    private String help(SlashCommand command) {
        return switch (command) {
            case ME -> texts.say("composer.command.me");
            case MSG -> texts.say("composer.command.msg");
            case NICK -> texts.say("composer.command.nick");
            case TOPIC -> texts.say("composer.command.topic");
            case INVITE -> texts.say("composer.command.invite");
            case KICK -> texts.say("composer.command.kick");
            case BAN -> texts.say("composer.command.ban");
            case VOICE -> texts.say("composer.command.voice");
            case MUTE -> texts.say("composer.command.mute");
            case OP -> texts.say("composer.command.op");
            case DEOP -> texts.say("composer.command.deop");
            case MEMBER -> texts.say("composer.command.member");
            case ADMIN -> texts.say("composer.command.admin");
            case OWNER -> texts.say("composer.command.owner");
            case LEAVE -> texts.say("composer.command.leave");
            case HELP -> texts.say("composer.command.help");
        };
    }

    private List<Node> person(Occupant occupant) {
        var avatar = new Avatar(24);
        avatar.showPerson(
                occupant.nick(), occupant.colorKey(), PresenceLook.picture(occupant.picture()));
        look.mark(
                avatar,
                Optional.of(occupant.presence())
                        .filter(shown -> shown.availability() != Availability.UNKNOWN));
        var nick = new EmojiLabel(occupant.nick());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var note = new Label(note(occupant));
        note.getStyleClass().add("completion-note");
        note.setMinWidth(Region.USE_PREF_SIZE);
        return List.of(avatar, nick, space, note);
    }

    /// Their standing, or how present they are where that isn't the usual.
    private String note(Occupant occupant) {
        var availability = occupant.presence().availability();
        boolean isUsual =
                availability == Availability.AVAILABLE || availability == Availability.UNKNOWN;
        var standing = standing(occupant);
        return standing.isEmpty() && !isUsual ? look.name(availability) : standing;
    }

    private String standing(Occupant occupant) {
        return switch (occupant.affiliation()) {
            case OWNER -> texts.say("room.standing.owner");
            case ADMIN -> texts.say("room.standing.admin");
            case MEMBER, NONE -> "";
        };
    }

    private String code(String name) {
        return texts.say("composer.emoji.code", name);
    }
}
