package kith.ui.room.moderation;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import kith.model.Affiliated;
import kith.model.RoomList;
import kith.ui.text.Texts;
import kith.ui.widget.BusyRing;
import kith.ui.widget.EmptyState;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;
import kith.ui.widget.IconView;
import kith.ui.widget.LateSign;
import kith.ui.widget.RowList;
import kith.ui.widget.RowPicks;
import kith.ui.widget.SearchField;
import kith.ui.widget.SegmentedControl;

import java.util.List;
import java.util.Optional;

/// The pane with a room's lists of members, admins, owners and those who are banned: each to be
/// searched, and its people to be moved, taken off, or added to.
///
/// The menu of a row, or of all that are picked, has what can be done.
public final class RolesView extends VBox {

    private final RolesViewModel model;
    private final Texts texts;
    private final RoleWords words;
    private final ObjectProperty<Complaint> complaint =
            new SimpleObjectProperty<>(this, "complaint", Complaint.NONE);
    private final StackPane middle = new StackPane();
    private final Label count = new Label();
    private final Button add;
    private final VBox adding = new VBox();
    private final SearchField search;
    private final RowList<Affiliated> list;
    private final RowPicks<Affiliated> picks;
    private final ActMenu menu;

    /// @param back goes back to the room's details
    /// @param dismiss closes the pane
    public RolesView(RolesViewModel model, Texts texts, Runnable back, Runnable dismiss) {
        this.model = model;
        this.texts = texts;
        words = new RoleWords(texts);
        list =
                new RowList<>(
                                model.rows(),
                                texts.say("roles.title"),
                                () -> new AffiliatedCell(texts))
                        .fillingGradually();
        picks = list.picking(Affiliated::address, row -> true);
        list.onMenu(row -> menu());
        list.getStyleClass().add("roles-list");
        menu = new ActMenu(words, this, this::place);
        search = new SearchField(texts.say("roles.search"), texts.say("roles.search.clear"));
        search.textProperty().bindBidirectional(model.filterProperty());
        add = new Button(texts.say("roles.add"), new IconView(Icon.ACCOUNT_PLUS_OUTLINE, 18));
        add.getStyleClass().addAll("flat", "people-roles");
        add.setOnAction(event -> openForm());
        count.getStyleClass().addAll("small", "muted");
        getStyleClass().addAll("room-details", "roles");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().add(top(back, dismiss));
        var controls = new VBox();
        controls.getStyleClass().add("roles-controls");
        if (model.lists().size() > 1) {
            controls.getChildren().add(segments());
        }
        controls.getChildren().addAll(search, count);
        var why =
                new Dismissible(
                        new ComplaintLabel(complaint, words),
                        texts.say("roles.dismiss"),
                        () -> complaint.set(Complaint.NONE));
        getChildren().addAll(controls, why, middle, adding, add);
        model.listProperty().subscribe(this::listChosen);
        model.stateProperty().subscribe(this::show);
        model.rows().subscribe(this::show);
        show();
    }

    /// Moves the focus to the list, or to where one searches it.
    @Override
    public void requestFocus() {
        if (model.rows().isEmpty()) {
            search.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    private HBox top(Runnable back, Runnable dismiss) {
        var toDetails = new IconButton(Icon.ARROW_LEFT, texts.say("roles.back"));
        toDetails.setOnAction(event -> back.run());
        var title = new Label(texts.say("roles.title"));
        title.getStyleClass().add("strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var close = new IconButton(Icon.CLOSE, texts.say("room.details.close"));
        close.setOnAction(event -> dismiss.run());
        var top = new HBox(toDetails, title, space, close);
        top.getStyleClass().addAll("room-details-top", "roles-top");
        return top;
    }

    private SegmentedControl segments() {
        var lists = model.lists();
        var segments = new SegmentedControl(lists.stream().map(words::list).toList());
        segments.asWideAsWords().select(lists.indexOf(model.listProperty().get()));
        segments.selectedIndexProperty()
                .subscribe(index -> model.choose(lists.get(index.intValue())));
        model.countsProperty()
                .subscribe(
                        counts -> {
                            for (int i = 0; i < lists.size(); i++) {
                                var count = Optional.ofNullable(counts.get(lists.get(i)));
                                segments.setWord(i, words.list(lists.get(i), count));
                            }
                        });
        return segments;
    }

    private void listChosen(RoomList chosen) {
        complaint.set(Complaint.NONE);
        picks.clear();
        closeForm();
    }

    private void show() {
        var state = model.stateProperty().get();
        count.setText(
                state instanceof RolesViewModel.State.Known(int all)
                        ? texts.count("roles.count", all)
                        : "");
        Node wanted =
                switch (state) {
                    case RolesViewModel.State.Loading() -> waiting();
                    case RolesViewModel.State.Refused(var why) -> refused(words.sentence(why));
                    case RolesViewModel.State.Known(int all) when model.rows().isEmpty() ->
                            all == 0 ? nobody() : nothingFound();
                    case RolesViewModel.State.Known known -> list;
                };
        if (!middle.getChildren().equals(List.of(wanted))) {
            middle.getChildren().setAll(wanted);
        }
    }

    private Node waiting() {
        return middle.getChildren().stream()
                .filter(LateSign.class::isInstance)
                .findFirst()
                .orElseGet(
                        () ->
                                new LateSign(
                                        () -> List.of(new BusyRing(texts.say("roles.loading")))));
    }

    private Node refused(String sentence) {
        var again = new Button(texts.say("roles.again"));
        again.setOnAction(event -> model.load());
        return new EmptyState(sentence, "", again);
    }

    private Node nobody() {
        return new EmptyState(
                switch (model.listProperty().get()) {
                    case OWNERS -> texts.say("roles.nobody.owners");
                    case ADMINS -> texts.say("roles.nobody.admins");
                    case MEMBERS -> texts.say("roles.nobody.members");
                    case BANNED -> texts.say("roles.nobody.banned");
                },
                "");
    }

    private Node nothingFound() {
        return new EmptyState(
                texts.say("filter.nothing", model.filterProperty().get().strip()),
                texts.say("filter.nothing.how"));
    }

    private Optional<ContextMenu> menu() {
        var chosen = picks.rows();
        var names =
                chosen.stream()
                        .map(it -> it.nick().isBlank() ? it.address().toString() : it.nick())
                        .toList();
        return menu.make(
                new ActMenu.Chosen(names, Optional.of(model.listProperty().get())),
                model.acts(chosen),
                (act, reason, told) -> model.act(act, chosen, reason, told),
                complaint::set);
    }

    private Bounds place() {
        return middle.localToScreen(middle.getLayoutBounds());
    }

    private void openForm() {
        var form = new AddForm(model, texts, this::closeForm);
        adding.getChildren().setAll(form);
        add.setVisible(false);
        add.setManaged(false);
        form.requestFocus();
    }

    private void closeForm() {
        adding.getChildren().clear();
        add.setVisible(model.mayAdd());
        add.setManaged(model.mayAdd());
    }
}
