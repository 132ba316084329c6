package kith.gallery;

import static kith.gallery.ConversationPictures.mirrored;

import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

import kith.model.DataForm;
import kith.model.DataForm.Field;
import kith.model.DataForm.FieldType;
import kith.model.DataForm.Option;
import kith.ui.form.FormView;
import kith.ui.form.FormViewModel;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A form that a service wants filled in: every type of field, what is wrong, and too much of it.
class FormGalleryTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    @Test
    void everyType() {
        Snapshots.take("form", 560, 1000, () -> page(every(), false));
    }

    @Test
    void whatIsWrong() {
        Snapshots.take("form-wrong", 560, 1000, () -> page(every(), true));
    }

    @Test
    void mirroredAndNarrow() {
        Snapshots.take("form-rtl", 400, 1000, () -> mirrored(page(every(), true)));
    }

    @Test
    void hostile() {
        Snapshots.take("form-hostile", 480, 700, () -> page(harmful(), false));
    }

    private static Parent page(DataForm form, boolean isChecked) {
        var view = new FormView(new FormViewModel(form), TEXTS);
        if (isChecked) {
            view.check();
        }
        view.setStyle("-fx-padding: 1.429em;");
        var scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        return new StackPane(scroll);
    }

    static DataForm every() {
        var yesNo =
                List.of(
                        new Option("Anyone", "anyone"),
                        new Option("Moderators only", "moderators"),
                        new Option("Nobody", "nobody"));
        return new DataForm(
                "Become a member",
                List.of("Tell the people of this room who you are. They read it before you enter."),
                List.of(
                        field(
                                "FORM_TYPE",
                                FieldType.HIDDEN,
                                "",
                                "",
                                false,
                                List.of("x"),
                                List.of()),
                        field("", FieldType.FIXED, "", "", false, List.of("About you"), List.of()),
                        field(
                                "nick",
                                FieldType.TEXT_SINGLE,
                                "Name in the room",
                                "Nobody else can take it.",
                                true,
                                List.of(),
                                List.of()),
                        field(
                                "word",
                                FieldType.TEXT_PRIVATE,
                                "Word of the house",
                                "",
                                false,
                                List.of("hearth"),
                                List.of()),
                        field(
                                "about",
                                FieldType.TEXT_MULTI,
                                "Why you want to join",
                                "",
                                false,
                                List.of("I print,", "and I fold."),
                                List.of()),
                        field(
                                "email",
                                FieldType.JID_SINGLE,
                                "Who knows you",
                                "",
                                false,
                                List.of("@@"),
                                List.of()),
                        field(
                                "friends",
                                FieldType.JID_MULTI,
                                "Who else should be asked",
                                "",
                                false,
                                List.of(),
                                List.of()),
                        field("", FieldType.FIXED, "", "", false, List.of("The room"), List.of()),
                        field(
                                "public",
                                FieldType.BOOLEAN,
                                "Be named in its list of members",
                                "",
                                false,
                                List.of("1"),
                                List.of()),
                        field(
                                "pm",
                                FieldType.LIST_SINGLE,
                                "Who may write to you alone",
                                "",
                                false,
                                List.of("moderators"),
                                yesNo),
                        field(
                                "topics",
                                FieldType.LIST_MULTI,
                                "What you want to hear of",
                                "",
                                false,
                                List.of("anyone"),
                                yesNo)),
                true);
    }

    private static DataForm harmful() {
        var fields =
                IntStream.range(0, 200)
                        .mapToObj(
                                i ->
                                        new Field(
                                                "f" + i,
                                                FieldType.TEXT_SINGLE,
                                                "Z\u0335\u0321\u0322\u0323\u0324".repeat(60),
                                                "no space ".repeat(40),
                                                false,
                                                List.of("x".repeat(2_000)),
                                                List.of(),
                                                i % 2 == 0))
                        .toList();
        return new DataForm("", List.of("word".repeat(400)), fields, false);
    }

    private static Field field(
            String name,
            FieldType type,
            String label,
            String description,
            boolean isRequired,
            List<String> values,
            List<Option> options) {
        return new Field(name, type, label, description, isRequired, values, options, true);
    }
}
