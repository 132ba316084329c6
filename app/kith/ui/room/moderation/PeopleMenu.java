package kith.ui.room.moderation;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;

import kith.model.Occupant;
import kith.model.RoomList;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The menu of people who are in a room.
public final class PeopleMenu {

    private final ModerationViewModel model;
    private final ActMenu menu;

    /// @param owner of the question before what is not done lightly
    /// @param place where that stands, on the screen
    public PeopleMenu(
            ModerationViewModel model, RoleWords words, Region owner, Supplier<Bounds> place) {
        this.model = model;
        menu = new ActMenu(words, owner, place);
    }

    /// Made anew each time; empty where nothing can be done to all of them.
    public Optional<ContextMenu> make(List<Occupant> chosen) {
        return menu.make(
                new ActMenu.Chosen(chosen.stream().map(Occupant::nick).toList(), before(chosen)),
                model.acts(chosen),
                (act, reason, told) -> model.act(act, chosen, reason, told),
                model::complain);
    }

    private static Optional<RoomList> before(List<Occupant> chosen) {
        var lists = chosen.stream().map(it -> RoomList.of(it.affiliation())).distinct().toList();
        return lists.size() == 1 ? lists.getFirst() : Optional.empty();
    }
}
