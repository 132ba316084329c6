package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.CompletionSource;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.composer.EmojiCompletion;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/// The composer with what stands above it.
class ComposerGalleryTest {

    @Test
    void emoji() {
        Snapshots.take("completion-emoji", 560, 400, () -> page("Well done :cla"), SHEETS);
        Snapshots.take("completion-emoji-rtl", 560, 400, () -> mirrored("שלום :cla"), SHEETS);
    }

    private static Parent page(String draft) {
        var model =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        sources(),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Harbour print co-op");
        model.draftProperty().set(draft);
        model.caretProperty().set(draft.length());
        model.completion().next();
        var space = new Region();
        space.setMinHeight(310);
        return new VBox(space, view);
    }

    private static Parent mirrored(String draft) {
        var page = page(draft);
        page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        return page;
    }

    private static List<CompletionSource> sources() {
        return List.of(new EmojiCompletion());
    }
}
