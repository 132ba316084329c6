package kith.gallery;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import kith.base.ImmediateLane;
import kith.model.Refusal;
import kith.ui.invite.InviteView;
import kith.ui.invite.InviteViewModel;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Inviting people to a room.
class InviteGalleryTest {

    private static final String[] SHEETS = {"shell", "room"};

    @Test
    void suggesting() {
        Snapshots.take("invite", 760, 620, () -> dialog(InviteGalleryTest::typed), SHEETS);
    }

    @Test
    void suggestingNarrow() {
        Snapshots.take("invite-narrow", 480, 620, () -> dialog(InviteGalleryTest::typed), SHEETS);
    }

    @Test
    void suggestingMirrored() {
        Snapshots.take(
                "invite-rtl",
                760,
                620,
                () -> {
                    var shown = dialog(InviteGalleryTest::typed);
                    shown.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return shown;
                },
                SHEETS);
    }

    @Test
    void refused() {
        Snapshots.take("invite-refused", 760, 520, () -> dialog(InviteGalleryTest::sent), SHEETS);
    }

    private static void typed(InviteViewModel model) {
        chosen(model);
        model.typedProperty().set("a");
    }

    private static void sent(InviteViewModel model) {
        chosen(model);
        model.submit();
    }

    private static void chosen(InviteViewModel model) {
        model.typedProperty().set("dad@hearth.example");
        model.take();
        model.typedProperty().set("iris@hearth.example");
        model.take();
        model.reasonProperty().set("We print on Thursday");
    }

    private static Parent dialog(Consumer<InviteViewModel> used) {
        var model =
                new InviteViewModel(
                        "Harbour print co-op",
                        SampleWorld.full().contacts.get(),
                        (_, _) ->
                                CompletableFuture.completedStage(
                                        Optional.of(Refusal.of(Refusal.Reason.FORBIDDEN))),
                        new ImmediateLane());
        var view = new InviteView(model, () -> {}, Texts.of(Locale.UK));
        used.accept(model);
        view.getStyleClass().addAll("overlay", "dialog");
        view.setMaxHeight(Region.USE_PREF_SIZE);
        var scrim = new StackPane(view);
        scrim.getStyleClass().add("scrim");
        return scrim;
    }
}
