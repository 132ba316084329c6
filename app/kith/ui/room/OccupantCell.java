package kith.ui.room;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import kith.model.Availability;
import kith.model.Hat;
import kith.model.Occupant;
import kith.ui.fx.ListPatch;
import kith.ui.presence.PresenceLook;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.HatTag;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.RowCell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A line of the list of people: a section's head, or somebody with picture, nick and standing.
final class OccupantCell extends RowCell<OccupantRow> {

    private static final ListPatch<Node> PARTS = new ListPatch<>(Function.identity());

    private final PresenceLook look;
    private final Texts texts;
    private final Label section = new Label();
    private final Label count = new Label();
    private final HBox head = new HBox(section, count);
    private final Avatar avatar = new Avatar(28);
    private final EmojiLabel nick = new EmojiLabel();
    private final Label me = new Label();
    private final IconView standing = new IconView(Icon.CROWN_OUTLINE, 16);
    private final EmojiLabel note = new EmojiLabel();
    private final HBox hats = new HBox();
    private final Region space = new Region();

    /// Of what may stand in it only what there is to say: each node costs a style, also unseen.
    private final HBox person = new HBox(avatar, nick, space);

    OccupantCell(PresenceLook look, Texts texts) {
        this.look = look;
        this.texts = texts;
        HBox.setHgrow(space, Priority.ALWAYS);
        person.getStyleClass().add("occupant");
        head.getStyleClass().add("occupants-head");
        section.getStyleClass().add("strong");
        hats.getStyleClass().add("occupant-hats");
        hats.setMinWidth(0);
        note.getStyleClass().add("occupant-note");
        me.getStyleClass().add("occupant-me");
        me.setText(texts.say("room.you"));
        me.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void show(OccupantRow row) {
        getStyleClass().remove("section-head");
        switch (row) {
            case OccupantRow.Section(Occupant.Role role, int people) -> showHead(role, people);
            case OccupantRow.Person(Occupant occupant) -> showPerson(occupant);
        }
    }

    private void showHead(Occupant.Role role, int people) {
        section.setText(
                switch (role) {
                    case MODERATOR -> texts.say("room.section.moderators");
                    case PARTICIPANT -> texts.say("room.section.participants");
                    case VISITOR -> texts.say("room.section.visitors");
                });
        count.setText(Integer.toString(people));
        getStyleClass().add("section-head");
        setGraphic(head);
        explain(List.of());
        setAccessibleText(section.getText() + " " + people);
    }

    private void showPerson(Occupant occupant) {
        avatar.showPerson(
                occupant.nick(), occupant.colorKey(), PresenceLook.picture(occupant.picture()));
        look.mark(
                avatar,
                Optional.of(occupant.presence())
                        .filter(shown -> shown.availability() != Availability.UNKNOWN));
        nick.setText(occupant.nick());
        showStanding(occupant.affiliation());
        hats.getChildren().setAll(hats(occupant));
        var role = standing(occupant);
        note.setText(role.isEmpty() ? occupant.presence().status().strip() : role);
        PARTS.apply(person.getChildren(), parts(occupant));
        setGraphic(person);
        setAccessibleText(spoken(occupant));
        explain(whole(occupant));
    }

    /// What the line has no room for: their address, and all hats where it shows one.
    private static List<String> whole(Occupant occupant) {
        var lines = new ArrayList<String>();
        occupant.address().map(Object::toString).ifPresent(lines::add);
        if (occupant.hats().size() > 1) {
            occupant.hats().stream().map(Hat::title).map(OneLine::of).forEach(lines::add);
        }
        return lines;
    }

    private List<Node> parts(Occupant occupant) {
        var parts = new ArrayList<Node>(List.of(avatar, nick));
        if (occupant.isMe()) {
            parts.add(me);
        }
        if (!standing(occupant).isEmpty()) {
            parts.add(standing);
        }
        if (!occupant.hats().isEmpty()) {
            parts.add(hats);
        }
        parts.add(space);
        if (!note.getText().isEmpty()) {
            parts.add(note);
        }
        return parts;
    }

    private String spoken(Occupant occupant) {
        var parts = new ArrayList<String>();
        parts.add(occupant.nick());
        if (occupant.isMe()) {
            parts.add(me.getText());
        }
        parts.add(look.name(occupant.presence().availability()));
        occupant.hats().stream().map(Hat::title).forEach(parts::add);
        parts.add(note.getText());
        occupant.address().map(Object::toString).ifPresent(parts::add);
        return parts.stream()
                .filter(each -> !each.isEmpty())
                .reduce((before, each) -> texts.say("timeline.names", before, each))
                .orElse("");
    }

    /// One of them, and how many more: the nick is what the line is for.
    private List<Label> hats(Occupant occupant) {
        var shown = new ArrayList<Label>();
        occupant.hats().stream()
                .limit(1)
                .map(hat -> new HatTag(hat.title(), hat.uri(), hat.hue()))
                .forEach(shown::add);
        if (occupant.hats().size() > 1) {
            var more = new Label(texts.say("room.hats.more", occupant.hats().size() - 1));
            more.getStyleClass().add("more-hats");
            more.setMinWidth(USE_PREF_SIZE);
            shown.add(more);
        }
        return shown;
    }

    private void showStanding(Occupant.Affiliation affiliation) {
        switch (affiliation) {
            case OWNER -> standing.show(Icon.CROWN_OUTLINE);
            case ADMIN -> standing.show(Icon.SHIELD_ACCOUNT_OUTLINE);
            case MEMBER, NONE -> {}
        }
    }

    private String standing(Occupant occupant) {
        return switch (occupant.affiliation()) {
            case OWNER -> texts.say("room.standing.owner");
            case ADMIN -> texts.say("room.standing.admin");
            case MEMBER, NONE -> "";
        };
    }
}
