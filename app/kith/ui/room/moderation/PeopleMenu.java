package kith.ui.room.moderation;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

import kith.model.Occupant;
import kith.model.RoomList;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The menu of people who are in a room.
public final class PeopleMenu {

    private final ModerationViewModel model;
    private final ActMenu menu;
    private final RoleWords words;
    private Optional<Consumer<Occupant>> whisper = Optional.empty();
    private Optional<Runnable> rename = Optional.empty();

    /// @param owner of the question before what is not done lightly
    /// @param place where that stands, on the screen
    public PeopleMenu(
            ModerationViewModel model, RoleWords words, Region owner, Supplier<Bounds> place) {
        this.model = model;
        this.words = words;
        menu = new ActMenu(words, owner, place);
    }

    /// Says what begins to write to somebody alone.
    public void onWhisper(Consumer<Occupant> newWhisper) {
        whisper = Optional.of(newWhisper);
    }

    /// Says what lets the user change their nick.
    public void onRename(Runnable newRename) {
        rename = Optional.of(newRename);
    }

    /// Made anew each time; empty where nothing can be done to all of them.
    public Optional<ContextMenu> make(List<Occupant> chosen) {
        var acts = acts(chosen);
        boolean isOneOther = chosen.size() == 1 && !chosen.getFirst().isMe();
        boolean isMe = chosen.size() == 1 && chosen.getFirst().isMe();
        return whisper.filter(_ -> isOneOther)
                .map(
                        begin ->
                                with(
                                        acts,
                                        words.whisper(),
                                        Icon.EYE_OFF_OUTLINE,
                                        () -> begin.accept(chosen.getFirst())))
                .or(
                        () ->
                                rename.filter(_ -> isMe)
                                        .map(
                                                begin ->
                                                        with(
                                                                acts,
                                                                words.rename(),
                                                                Icon.PENCIL_OUTLINE,
                                                                begin)))
                .or(() -> acts);
    }

    /// What can be done with somebody stands before what can be done to them.
    private static ContextMenu with(
            Optional<ContextMenu> acts, String name, Icon icon, Runnable begin) {
        var all = acts.orElseGet(ContextMenu::new);
        var item = new MenuItem(name, new IconView(icon, 18));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> begin.run());
        if (!all.getItems().isEmpty()) {
            all.getItems().addFirst(new SeparatorMenuItem());
        }
        all.getItems().addFirst(item);
        return all;
    }

    private Optional<ContextMenu> acts(List<Occupant> chosen) {
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
