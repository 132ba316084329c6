package kith.ui.room.moderation;

import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

import kith.model.RoomAct;
import kith.model.RoomList;
import kith.ui.widget.Icon;
import kith.ui.widget.IconView;
import kith.ui.widget.ReasonPrompt;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The menu of what can be done to some people, with the question before what is not done lightly.
final class ActMenu {

    private static final List<Set<RoomAct>> GROUPS =
            List.of(
                    EnumSet.of(
                            RoomAct.GIVE_VOICE,
                            RoomAct.TAKE_VOICE,
                            RoomAct.MAKE_MODERATOR,
                            RoomAct.UNMAKE_MODERATOR),
                    EnumSet.of(
                            RoomAct.MAKE_MEMBER,
                            RoomAct.MAKE_ADMIN,
                            RoomAct.MAKE_OWNER,
                            RoomAct.UNLIST),
                    EnumSet.of(RoomAct.KICK, RoomAct.BAN));

    private final RoleWords words;
    private final Region owner;
    private final Supplier<Bounds> place;

    /// @param owner of the question
    /// @param place where that stands, on the screen
    ActMenu(RoleWords words, Region owner, Supplier<Bounds> place) {
        this.words = words;
        this.owner = owner;
        this.place = place;
    }

    /// Those whom it concerns.
    ///
    /// @param names of all
    /// @param before the list that all of them are on
    record Chosen(List<String> names, Optional<RoomList> before) {}

    /// Does something.
    interface Doing {

        /// Does one act to all of them.
        ///
        /// @param told what came of it
        void act(RoomAct act, String reason, Consumer<Complaint> told);
    }

    /// Made anew each time; empty where nothing can be done.
    ///
    /// @param complaint is told why what was done without asking is not to be
    Optional<ContextMenu> make(
            Chosen chosen, Set<RoomAct> acts, Doing doing, Consumer<Complaint> complaint) {
        var menu = new ContextMenu();
        var items = menu.getItems();
        for (var group : GROUPS) {
            var possible = EnumSet.copyOf(group);
            possible.retainAll(acts);
            if (!possible.isEmpty() && !items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            possible.forEach(act -> items.add(item(act, chosen, doing, complaint)));
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(menu);
    }

    private MenuItem item(RoomAct act, Chosen chosen, Doing doing, Consumer<Complaint> complaint) {
        var item = new MenuItem(words.act(act, chosen.before()), new IconView(icon(act), 18));
        item.setMnemonicParsing(false);
        if (act == RoomAct.KICK || act == RoomAct.BAN) {
            item.getStyleClass().add("danger");
        }
        item.setOnAction(
                event -> {
                    if (RoleWords.needsAsking(act)) {
                        ask(act, chosen, doing);
                    } else {
                        complaint.accept(Complaint.NONE);
                        doing.act(act, "", complaint);
                    }
                });
        return item;
    }

    private void ask(RoomAct act, Chosen chosen, Doing doing) {
        new ReasonPrompt(
                        words.prompt(act, chosen.names(), chosen.before()),
                        (reason, told) ->
                                doing.act(
                                        act,
                                        reason,
                                        complaint -> told.accept(words.sentence(complaint))))
                .open(owner, place.get());
    }

    private static Icon icon(RoomAct act) {
        return switch (act) {
            case GIVE_VOICE -> Icon.MESSAGE_OUTLINE;
            case TAKE_VOICE -> Icon.EYE_OUTLINE;
            case MAKE_MODERATOR, UNMAKE_MODERATOR -> Icon.SHIELD_CHECK_OUTLINE;
            case MAKE_MEMBER -> Icon.ACCOUNT_OUTLINE;
            case MAKE_ADMIN -> Icon.SHIELD_ACCOUNT_OUTLINE;
            case MAKE_OWNER -> Icon.CROWN_OUTLINE;
            case UNLIST -> Icon.ACCOUNT_REMOVE_OUTLINE;
            case KICK -> Icon.LOGOUT;
            case BAN -> Icon.ACCOUNT_CANCEL_OUTLINE;
        };
    }
}
