package kith.ui.room.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import kith.gallery.Snapshots;
import kith.model.Affiliated;
import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;
import kith.ui.fx.Hints;
import kith.ui.fx.OnStage;
import kith.ui.room.RoomDetailsView;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Menus, questions, lists and requests of moderators, as pictures.
class ModerationGalleryTest {

    private static final String[] SHEETS = {"chat", "timeline", "composer", "room"};
    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    private static final Bounds NOWHERE = new BoundingBox(0, 0, 0, 0);

    private final Coop coop = new Coop().with(Role.MODERATOR, Affiliation.OWNER);

    @Test
    void details() {
        Snapshots.take("moderation-details", 272, 640, this::detailsView, SHEETS);
    }

    @Test
    void menus() {
        Snapshots.takeMenu("moderation-menu-one", () -> menu(List.of(Coop.SAMUEL)), SHEETS);
        Snapshots.takeMenu(
                "moderation-menu-several", () -> menu(List.of(Coop.SAMUEL, Coop.TOM)), SHEETS);
        Snapshots.takeMenu("moderation-menu-admin", () -> menu(List.of(Coop.HENRIK)), SHEETS);
    }

    private ContextMenu menu(List<Occupant> chosen) {
        return new PeopleMenu(coop.model(), new RoleWords(TEXTS), new StackPane(), () -> NOWHERE)
                .make(chosen)
                .orElseThrow();
    }

    @Test
    void aFew() {
        few();
        Snapshots.take("roles-few", 384, 560, () -> roles(model -> {}), SHEETS);
        Snapshots.take(
                "roles-banned",
                384,
                560,
                () -> roles(model -> model.choose(RoomList.BANNED)),
                SHEETS);
        Snapshots.take("roles-narrow", 480, 560, () -> roles(model -> {}), SHEETS);
        Snapshots.take(
                "roles-rtl",
                384,
                560,
                () -> {
                    var view = roles(model -> model.choose(RoomList.BANNED));
                    view.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return view;
                },
                SHEETS);
    }

    @Test
    void many() {
        coop.list(
                RoomList.MEMBERS,
                IntStream.range(0, 20_000)
                        .mapToObj(
                                i ->
                                        Coop.entry(
                                                RoomList.MEMBERS,
                                                "user%05d@hearth.example".formatted(i),
                                                "",
                                                ""))
                        .toArray(Affiliated[]::new));
        Snapshots.take("roles-many", 384, 560, () -> roles(model -> {}), SHEETS);
    }

    @Test
    void nothingToSee() {
        few();
        coop.lists.put(
                RoomList.OWNERS, new RoomListing.Refused(Refusal.of(Refusal.Reason.FORBIDDEN)));
        Snapshots.take(
                "roles-refused",
                384,
                560,
                () -> roles(model -> model.choose(RoomList.OWNERS)),
                SHEETS);
        Snapshots.take(
                "roles-empty",
                384,
                560,
                () -> roles(model -> model.choose(RoomList.ADMINS)),
                SHEETS);
        Snapshots.take(
                "roles-nothing-found",
                384,
                560,
                () -> roles(model -> model.filterProperty().set("teal")),
                SHEETS);
    }

    /// The room says no to what was typed: it says why, and what was typed is there still.
    @Test
    void addingIsRefused() {
        few();
        coop.refuse(Refusal.Reason.NOT_FOUND);
        Snapshots.take(
                "roles-add",
                384,
                560,
                () -> {
                    var view = roles(model -> {});
                    ((Button) view.lookup(".people-roles")).fire();
                    var fields = view.lookupAll(".add-form .text-field").toArray(TextField[]::new);
                    fields[0].setText("samuel@hearth.example");
                    fields[1].setText("Helps on Thursdays");
                    ((Button) view.lookup(".add-form .accent")).fire();
                    return view;
                },
                SHEETS);
    }

    @Test
    void voiceRequests() {
        coop.lane.execute(() -> coop.requests.set(List.of(Coop.request("paperplane"))));
        Snapshots.take("voice-request", 620, 60, this::requests, SHEETS);
        Snapshots.take(
                "voice-request-rtl",
                620,
                60,
                () -> {
                    var view = requests();
                    view.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return view;
                },
                SHEETS);
    }

    @Test
    void whoWantsToBeAMember() {
        coop.with(Role.MODERATOR, Affiliation.OWNER);
        coop.lane.execute(
                () ->
                        coop.registrations.set(
                                List.of(
                                        Coop.registration("iris", "Iris Lindqvist"),
                                        Coop.registration("paperplane", ""))));
        Snapshots.take("member-requests", 620, 110, () -> registrations(false), SHEETS);
        Snapshots.take("member-requests-narrow", 400, 130, () -> registrations(false), SHEETS);
        coop.refuse(Refusal.Reason.NOT_ALLOWED);
        Snapshots.take("member-refused", 620, 150, () -> registrations(true), SHEETS);
        Snapshots.take(
                "member-refused-rtl",
                620,
                150,
                () -> {
                    var view = registrations(true);
                    view.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return view;
                },
                SHEETS);
    }

    private Parent registrations(boolean isAnswered) {
        var model = coop.model().registrations();
        var view = new VBox(new RegistrationRequestsView(model, TEXTS));
        if (isAnswered) {
            model.answer(coop.registrations.get().getFirst(), true);
        }
        return view;
    }

    @Test
    void askingForVoice() {
        coop.with(Role.VISITOR, Affiliation.NONE);
        Snapshots.take("voice-ask", 620, 80, () -> asking(model -> {}), SHEETS);
        Snapshots.take(
                "voice-asked", 620, 80, () -> asking(ModerationViewModel::askForVoice), SHEETS);
        coop.refuse(Refusal.Reason.LIMIT);
        Snapshots.take(
                "voice-refused", 620, 80, () -> asking(ModerationViewModel::askForVoice), SHEETS);
    }

    @Test
    void theQuestionAndWhyItIsNotDone() {
        prompt(Appearance.Choice.LIGHT, NodeOrientation.LEFT_TO_RIGHT);
        prompt(Appearance.Choice.DARK, NodeOrientation.LEFT_TO_RIGHT);
        prompt(Appearance.Choice.LIGHT, NodeOrientation.RIGHT_TO_LEFT);
    }

    private void prompt(Appearance.Choice theme, NodeOrientation orientation) {
        coop.refuse(Refusal.Reason.NOT_ALLOWED);
        var model = coop.model();
        try (var window = new OnStage(500, 420, StackPane::new)) {
            FxThread.run(
                    () -> {
                        var root = (StackPane) window.stage().getScene().getRoot();
                        root.setNodeOrientation(orientation);
                        var look = new Appearance();
                        look.choiceProperty().set(theme);
                        look.dress(window.stage().getScene(), SHEETS);
                    });
            window.settle(); // a popup takes the colours that its window has when it opens
            FxThread.run(
                    () -> {
                        var root = (StackPane) window.stage().getScene().getRoot();
                        var menu =
                                new PeopleMenu(
                                                model,
                                                new RoleWords(TEXTS),
                                                root,
                                                () -> root.localToScreen(root.getLayoutBounds()))
                                        .make(List.of(Coop.HENRIK))
                                        .orElseThrow();
                        menu.getItems().stream()
                                .filter(item -> "Ban…".equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire();
                    });
            window.settle();
            var name = name(theme, orientation);
            takePopup("reason-prompt-" + name);
            FxThread.run(
                    () -> {
                        var scene = popup().getScene();
                        ((TextField) scene.lookup(".text-field")).setText("off topic");
                        ((Button) scene.lookup(".danger")).fire();
                    });
            window.settle();
            assertThat(coop.changes.getLast())
                    .singleElement()
                    .satisfies(change -> assertThat(change.reason()).isEqualTo("off topic"))
                    .satisfies(change -> assertThat(change.act()).isEqualTo(RoomAct.BAN));
            takePopup("reason-prompt-refused-" + name);
        }
    }

    /// What a line has no room for, beside it.
    @Test
    void moreOfSomebody() {
        for (var theme : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
            more(theme, NodeOrientation.LEFT_TO_RIGHT);
        }
        more(Appearance.Choice.LIGHT, NodeOrientation.RIGHT_TO_LEFT);
    }

    private void more(Appearance.Choice theme, NodeOrientation orientation) {
        coop.lane.execute(
                () ->
                        coop.occupants.set(
                                List.of(
                                        Coop.wearing(
                                                Coop.TOM,
                                                new Hat("urn:hats:host", "Host"),
                                                new Hat(
                                                        "urn:hats:drum",
                                                        "Keeper of the spare drums 🥁"),
                                                new Hat("urn:hats:night", "مناوب ليلي")))));
        try (var window = new OnStage(272, 420, this::detailsView)) {
            FxThread.run(
                    () -> {
                        var scene = window.stage().getScene();
                        scene.setNodeOrientation(orientation); // from where a tooltip has it
                        var look = new Appearance();
                        look.choiceProperty().set(theme);
                        look.dress(scene, SHEETS);
                    });
            window.settle();
            FxThread.run(
                    () -> {
                        var cell =
                                window.stage()
                                        .getScene()
                                        .lookup(".occupants .list-cell:filled .occupant");
                        var row = cell.getParent();
                        Hints.comeTo(row).orElseThrow().show(row, 20, 20);
                    });
            window.settle();
            var name = name(theme, orientation);
            takePopup("occupant-tooltip-" + name);
            FxThread.run(() -> popup().hide());
        }
    }

    private static String name(Appearance.Choice theme, NodeOrientation orientation) {
        return (theme + "-" + orientation).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void takePopup(String name) {
        Snapshots.write(FxThread.call(() -> popup().getScene().snapshot(null)), name);
    }

    private static Window popup() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow();
    }

    private void few() {
        coop.list(
                RoomList.MEMBERS,
                Coop.entry(RoomList.MEMBERS, "layla@birke.example", "", ""),
                Coop.entry(RoomList.MEMBERS, "samuel@hearth.example", "Samuel Otieno", ""),
                Coop.entry(
                        RoomList.MEMBERS,
                        "tom@hearth.example",
                        "Tom Okafor",
                        "Helps with the spare drum on every second Thursday of the month"));
        coop.list(RoomList.ADMINS);
        coop.list(RoomList.OWNERS);
        coop.list(
                RoomList.BANNED,
                Coop.entry(RoomList.BANNED, "paperplane@birke.example", "", "off topic"),
                Coop.entry(RoomList.BANNED, "spam.example", "", ""));
    }

    private Parent detailsView() {
        return new RoomDetailsView(coop.room(), TEXTS, () -> {}, () -> {}, () -> {});
    }

    private Parent roles(Consumer<RolesViewModel> before) {
        var model = coop.model().openRoles();
        before.accept(model);
        return new RolesView(model, TEXTS, () -> {}, () -> {});
    }

    private Parent requests() {
        return new VBox(new VoiceRequestsView(coop.model(), TEXTS));
    }

    private Parent asking(Consumer<ModerationViewModel> before) {
        var model = coop.model();
        before.accept(model);
        return new VBox(new AskForVoiceView(model, TEXTS));
    }
}
