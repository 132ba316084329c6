package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.model.Availability;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.CommandCompletion;
import kith.ui.composer.CompletionSource;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.composer.EmojiCompletion;
import kith.ui.composer.NickCompletion;
import kith.ui.composer.SlashCommand;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The composer with what stands above it.
class ComposerGalleryTest {

    @Test
    void emoji() {
        Snapshots.take("completion-emoji", 560, 400, () -> page("Well done :cla"), SHEETS);
        Snapshots.take("completion-emoji-rtl", 560, 400, () -> mirrored(page("שלום :cla")), SHEETS);
    }

    @Test
    void people() {
        Snapshots.take("completion-people", 560, 400, () -> page("Thanks @"), SHEETS);
        Snapshots.take("completion-people-rtl", 560, 400, () -> mirrored(page("@")), SHEETS);
    }

    @Test
    void commands() {
        Snapshots.take("completion-commands", 560, 400, () -> page("/"), SHEETS);
        Snapshots.take("completion-commands-narrow", 360, 400, () -> page("/"), SHEETS);
        Snapshots.take("completion-commands-rtl", 560, 400, () -> mirrored(page("/")), SHEETS);
        Snapshots.take("command-unknown", 560, 430, () -> sent("/invit Tom"), SHEETS);
        Snapshots.take("command-unknown-rtl", 560, 430, () -> mirrored(sent("/invit Tom")), SHEETS);
    }

    private static Parent page(String draft) {
        var model = model(draft);
        model.completion().next();
        return page(model);
    }

    private static Parent sent(String draft) {
        var model = model(draft);
        model.send();
        return page(model);
    }

    private static ComposerViewModel model(String draft) {
        var model =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        sources(),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        model.draftProperty().set(draft);
        model.caretProperty().set(draft.length());
        return model;
    }

    private static Parent page(ComposerViewModel model) {
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Harbour print co-op");
        var space = new Region();
        space.setMinHeight(310);
        return new VBox(space, view);
    }

    private static List<CompletionSource> sources() {
        return List.of(
                new CommandCompletion(() -> EnumSet.allOf(SlashCommand.class)),
                new EmojiCompletion(),
                new NickCompletion(ComposerGalleryTest::occupants, () -> List.of("Jonas")));
    }

    private static List<Occupant> occupants() {
        return List.of(
                occupant("Priya Natarajan", Affiliation.OWNER, Availability.AVAILABLE),
                occupant("Prisca Laurent", Affiliation.NONE, Availability.AWAY),
                occupant("ليلى حداد", Affiliation.NONE, Availability.FREE_TO_CHAT),
                occupant("Jonas", Affiliation.MEMBER, Availability.BUSY),
                occupant(
                        "Ana-Sofía Guimarães de Oliveira e Castro 🎨",
                        Affiliation.ADMIN,
                        Availability.OFFLINE));
    }

    private static Occupant occupant(
            String nick, Affiliation affiliation, Availability availability) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                affiliation,
                Optional.empty(),
                new Presence(availability, ""),
                false);
    }
}
