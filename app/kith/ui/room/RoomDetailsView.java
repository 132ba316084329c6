package kith.ui.room;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.ui.presence.PresenceLook;
import kith.ui.room.moderation.PeopleBar;
import kith.ui.room.moderation.PeopleMenu;
import kith.ui.room.moderation.RoleWords;
import kith.ui.text.Texts;
import kith.ui.widget.Avatar;
import kith.ui.widget.EmojiLabel;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;
import kith.ui.widget.RowList;
import kith.ui.widget.RowPicks;
import kith.ui.widget.SearchField;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The pane beside a room's messages: what the room is, its subject, the people in it.
///
/// Made when it is opened, and closed with [#close]: it watches everyone who comes and goes.
public final class RoomDetailsView extends VBox implements AutoCloseable {

    private static final PseudoClass CROWD = PseudoClass.getPseudoClass("crowd");

    private final Texts texts;
    private final OccupantsViewModel people;
    private final Optional<AlertsViewModel> alerts;
    private final Avatar picture = new Avatar(64);
    private final EmojiLabel name = new EmojiLabel();
    private final SubjectEditor subject;
    private final NickEditor nick;
    private final RowList<OccupantRow> list;
    private final StackPane middle = new StackPane();
    private final SearchField search;
    private final RowPicks<OccupantRow> picks;
    private final PeopleMenu menu;
    private final IconButton invite;
    private final Button leave;
    private final MembershipViewModel registration;
    private final MembershipView keptNick;
    private final RoomTraitsView traits;
    private final Subscription following;
    private Optional<OwnerActions> owner = Optional.empty();

    /// @param invite asks whom to invite
    /// @param roles opens the room's lists
    /// @param dismiss closes the pane
    public RoomDetailsView(
            RoomViewModel model, Texts texts, Runnable invite, Runnable roles, Runnable dismiss) {
        this.texts = texts;
        people = model.openOccupants();
        alerts = model.openAlerts();
        subject = new SubjectEditor(model, texts);
        this.invite = new IconButton(Icon.ACCOUNT_PLUS_OUTLINE, texts.say("room.invite"));
        this.invite.getStyleClass().add("invite-people");
        this.invite.setOnAction(event -> invite.run());
        leave = new Button(texts.say("room.leave"), new IconView(Icon.LOGOUT, 18));
        leave.getStyleClass().addAll("flat", "leave");
        leave.setOnAction(event -> model.leave());
        registration = model.membership();
        keptNick = new MembershipView(registration, new MembershipWords(texts, true));
        traits = new RoomTraitsView(model, texts);
        var look = new PresenceLook(texts);
        list =
                new RowList<>(
                                people.rows(),
                                texts.say("room.people"),
                                () -> new OccupantCell(look, texts))
                        .fillingGradually();
        list.getStyleClass().add("occupants");
        picks = list.picking(OccupantRow::picked, OccupantRow.Person.class::isInstance);
        var words = new RoleWords(texts);
        menu = new PeopleMenu(model.moderation(), words, this, this::place);
        list.onMenu(row -> menu.make(picked())).openingMenu();
        search = new SearchField(texts.say("room.people.search"), texts.say("roles.search.clear"));
        search.textProperty().bindBidirectional(people.filterProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::goToPeople);
        var searching = new VBox(search);
        searching.getStyleClass().add("people-search");
        searching.visibleProperty().bind(people.searchedProperty());
        searching.managedProperty().bind(people.searchedProperty());
        people.searchedProperty().subscribe(is -> list.pseudoClassStateChanged(CROWD, is));
        nick = new NickEditor(model.nick(), texts);
        menu.onRename(nick::edit);
        var bar = new PeopleBar(model.moderation(), texts, roles);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getStyleClass().add("room-details");
        getChildren()
                .addAll(
                        top(dismiss),
                        head(model),
                        subject,
                        traits,
                        nick,
                        searching,
                        middle,
                        bar,
                        keptNick,
                        leave);
        alerts.map(it -> new AlertsView(it, texts))
                .ifPresent(view -> getChildren().add(getChildren().indexOf(nick), view));
        following = model.roomProperty().subscribe(this::show);
        people.rows().subscribe(this::showPeople);
        showPeople();
    }

    private void showPeople() {
        boolean isNobodyFound = people.rows().isEmpty() && !search.getText().isBlank();
        Node wanted =
                isNobodyFound
                        ? new EmptyState(
                                texts.say("filter.nothing", search.getText().strip()),
                                texts.say("room.people.search.how"))
                        : list;
        if (isNobodyFound || !middle.getChildren().contains(wanted)) {
            middle.getChildren().setAll(wanted);
        }
    }

    private void goToPeople(KeyEvent event) {
        boolean isOn = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER;
        if (isOn && !people.rows().isEmpty()) {
            list.requestFocus();
            event.consume();
        }
    }

    /// Puts what an owner can do above the way out.
    public RoomDetailsView withOwnerActions(OwnerActions actions) {
        getChildren().add(getChildren().indexOf(leave), actions);
        owner = Optional.of(actions);
        return this;
    }

    /// Says what begins to write to somebody alone.
    public RoomDetailsView withWhisper(Consumer<Occupant> begin) {
        menu.onWhisper(begin);
        return this;
    }

    /// Moves the focus to the people.
    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    /// Opens the field for another subject.
    public void editSubject() {
        subject.edit();
    }

    /// The room stays while its page does, and must not hold what was shown of it: who is in it may
    /// be ten thousand. Nothing is in the pane from now on.
    @Override
    public void close() {
        following.unsubscribe();
        subject.close();
        nick.close();
        traits.close();
        getChildren().clear();
        people.close();
        alerts.ifPresent(AlertsViewModel::close);
        owner.ifPresent(OwnerActions::close);
    }

    private List<Occupant> picked() {
        return picks.rows().stream()
                .filter(OccupantRow.Person.class::isInstance)
                .map(row -> ((OccupantRow.Person) row).occupant())
                .toList();
    }

    private Bounds place() {
        return middle.localToScreen(middle.getLayoutBounds());
    }

    private HBox top(Runnable dismiss) {
        var title = new Label(texts.say("room.details"));
        title.getStyleClass().add("strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var close = new IconButton(Icon.CLOSE, texts.say("room.details.close"));
        close.setOnAction(event -> dismiss.run());
        var top = new HBox(title, space, invite, close);
        top.getStyleClass().add("room-details-top");
        return top;
    }

    private VBox head(RoomViewModel model) {
        var address = new Label(model.roomProperty().get().key().peer().toString());
        address.getStyleClass().addAll("small", "muted");
        name.getStyleClass().addAll("lead", "strong");
        var head = new VBox(picture, name, address);
        head.getStyleClass().add("room-details-head");
        return head;
    }

    private void show(Room room) {
        picture.showRoom(room.name(), room.key().peer().toString());
        name.setText(room.name());
        boolean isIn =
                room.state() instanceof RoomState.Joined
                        || room.state() instanceof RoomState.Joining;
        leave.setVisible(isIn);
        leave.setManaged(isIn);
        boolean isJoined = room.state() instanceof RoomState.Joined;
        invite.setVisible(isJoined);
        invite.setManaged(isJoined);
        boolean keepsNicks = isJoined && room.traits().is(RoomTraits.Trait.REGISTRATION);
        if (!keepsNicks) {
            registration.reset();
        }
        keptNick.setVisible(keepsNicks);
        keptNick.setManaged(keepsNicks);
    }
}
