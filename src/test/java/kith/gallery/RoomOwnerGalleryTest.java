package kith.gallery;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import kith.base.ImmediateLane;
import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.model.Refusal;
import kith.model.RoomSettings;
import kith.ui.roomsettings.CloseRoomView;
import kith.ui.roomsettings.CloseRoomViewModel;
import kith.ui.roomsettings.RoomSettingsView;
import kith.ui.roomsettings.RoomSettingsViewModel;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What an owner does with a room: its settings, its end.
class RoomOwnerGalleryTest {

    private static final String[] SHEETS = {"shell", "room"};

    private static final List<Option> WHO =
            List.of(new Option("Moderators Only", "moderators"), new Option("Anyone", "anyone"));

    private static final DataForm FORM =
            new DataForm(
                    "Configuration for “print”",
                    List.of("Complete and submit this form to configure the room."),
                    List.of(
                            field("FORM_TYPE", FieldType.HIDDEN, "", "x"),
                            field(
                                    "muc#roomconfig_roomname",
                                    FieldType.TEXT_SINGLE,
                                    "Title",
                                    "Harbour"),
                            field(
                                    "muc#roomconfig_roomdesc",
                                    FieldType.TEXT_SINGLE,
                                    "Description",
                                    "Riso, letterpress and binding in the old customs house"),
                            field(
                                    "muc#roomconfig_persistentroom",
                                    FieldType.BOOLEAN,
                                    "Persistent",
                                    "1"),
                            field("muc#roomconfig_publicroom", FieldType.BOOLEAN, "Public", "0"),
                            field("muc#roomconfig_membersonly", FieldType.BOOLEAN, "Members", "1"),
                            field(
                                    "muc#roomconfig_roomsecret",
                                    FieldType.TEXT_PRIVATE,
                                    "Password",
                                    ""),
                            new Field(
                                    "muc#roomconfig_whois",
                                    FieldType.LIST_SINGLE,
                                    "Present real Jabber IDs to",
                                    "",
                                    false,
                                    List.of("anyone"),
                                    WHO,
                                    true),
                            field(
                                    "muc#roomconfig_changesubject",
                                    FieldType.BOOLEAN,
                                    "Subject",
                                    "1"),
                            field(
                                    "muc#roomconfig_enablearchiving",
                                    FieldType.BOOLEAN,
                                    "Archive?",
                                    "1"),
                            field("enable_hats", FieldType.BOOLEAN, "Enable hats", "0"),
                            field(
                                    "voice_request_min_interval",
                                    FieldType.TEXT_SINGLE,
                                    "Minimum interval between voice requests (in seconds)",
                                    "1800")),
                    true);

    @Test
    void settings() {
        Snapshots.take("room-settings", 760, 760, () -> dialog(settingsView(given())), SHEETS);
    }

    @Test
    void settingsToTheEnd() {
        Snapshots.take(
                "room-settings-whole", 760, 1500, () -> whole(settingsView(given())), SHEETS);
    }

    @Test
    void settingsNarrow() {
        Snapshots.take(
                "room-settings-narrow", 480, 700, () -> dialog(settingsView(given())), SHEETS);
    }

    @Test
    void settingsMirrored() {
        Snapshots.take(
                "room-settings-rtl",
                760,
                760,
                () -> mirrored(dialog(settingsView(given()))),
                SHEETS);
    }

    @Test
    void settingsThatAreNotOurs() {
        var refused =
                new RoomSettings.Refused(
                        new Refusal(Refusal.Reason.FORBIDDEN, "Owner privileges required"));
        Snapshots.take(
                "room-settings-refused", 760, 420, () -> dialog(settingsView(refused)), SHEETS);
    }

    @Test
    void close() {
        Snapshots.take("room-close", 760, 520, () -> dialog(closeView(Optional.empty())), SHEETS);
    }

    @Test
    void closeRefused() {
        Snapshots.take(
                "room-close-refused",
                760,
                560,
                () -> dialog(closeView(Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT)))),
                SHEETS);
    }

    @Test
    void closeMirrored() {
        Snapshots.take(
                "room-close-rtl",
                760,
                520,
                () -> mirrored(dialog(closeView(Optional.empty()))),
                SHEETS);
    }

    private static RoomSettings given() {
        return new RoomSettings.Form(FORM);
    }

    private static RoomSettingsView settingsView(RoomSettings settings) {
        var model =
                new RoomSettingsViewModel(
                        "Harbour print co-op",
                        () -> CompletableFuture.completedStage(settings),
                        _ -> CompletableFuture.completedStage(Optional.empty()),
                        new ImmediateLane());
        return new RoomSettingsView(model, () -> {}, Texts.of(Locale.UK));
    }

    private static CloseRoomView closeView(Optional<Refusal> refusal) {
        var model =
                new CloseRoomViewModel(
                        "Harbour print co-op",
                        (_, _) -> CompletableFuture.completedStage(refusal),
                        new ImmediateLane());
        var view = new CloseRoomView(model, () -> {}, Texts.of(Locale.UK));
        model.reasonProperty().set("We moved");
        model.alternativeProperty().set("press@rooms.hearth.example");
        refusal.ifPresent(_ -> model.submit());
        return view;
    }

    private static Parent dialog(Region content) {
        content.getStyleClass().addAll("overlay", "dialog");
        content.setMaxHeight(Region.USE_PREF_SIZE);
        var scrim = new StackPane(content);
        scrim.getStyleClass().add("scrim");
        return scrim;
    }

    private static Parent whole(RoomSettingsView view) {
        var all = dialog(view);
        all.applyCss();
        var scroll = (ScrollPane) view.lookup(".form-scroll");
        scroll.setStyle("-fx-pref-height: 62em");
        return all;
    }

    private static Parent mirrored(Parent content) {
        content.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        return content;
    }

    private static Field field(String name, FieldType type, String label, String value) {
        return new Field(
                name,
                type,
                label,
                "",
                false,
                value.isEmpty() ? List.of() : List.of(value),
                List.of(),
                true);
    }
}
