package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.page;
import static kith.gallery.ConversationPictures.person;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import kith.base.ImmediateLane;
import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.ui.chat.IdleCommands;
import kith.ui.composer.ComposerView;
import kith.ui.composer.ComposerViewModel;
import kith.ui.text.Texts;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The conversation with a contact in the states the design has pictures of.
class ContactGalleryTest {

    @Test
    void oneToOne() {
        Snapshots.take("chat", 896, 740, () -> person(false, layla()), SHEETS);
    }

    @Test
    void waiting() {
        Snapshots.take("chat-offline", 896, 740, () -> person(false, waitingTalk()), SHEETS);
    }

    @Test
    void missing() {
        Snapshots.take(
                "chat-missing",
                896,
                480,
                () ->
                        person(
                                false,
                                new Talk("layla@hearth.example")
                                        .on(Talk.TODAY.minusDays(19))
                                        .theirs("18:20", "Do you still have the blue ink?")
                                        .on(Talk.TODAY.minusDays(5))
                                        .mine("09:02", "Two tins of it.", Delivery.READ)
                                        .missBefore(1)
                                        .on(Talk.TODAY)
                                        .mine("09:31", "Shall I bring it?", Delivery.DELIVERED)
                                        .mine("09:32", "It is heavy.", Delivery.ON_SERVER)),
                SHEETS);
    }

    @Test
    void edited() {
        Snapshots.take("chat-edited", 896, 560, () -> person(false, editedTalk(), 3), SHEETS);
    }

    @Test
    void editedMirrored() {
        Snapshots.take(
                "chat-edited-rtl",
                620,
                560,
                () -> {
                    var page = person(false, editedTalk(), 3);
                    page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return page;
                },
                SHEETS);
    }

    @Test
    void narrow() {
        Snapshots.take("chat-narrow", 480, 740, () -> person(true, waitingTalk()), SHEETS);
    }

    @Test
    void mirrored() {
        Snapshots.take(
                "chat-rtl",
                896,
                740,
                () -> {
                    var page = person(false, waitingTalk());
                    page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                    return page;
                },
                SHEETS);
    }

    @Test
    void longAndMixedMessages() {
        Snapshots.take("chat-long", 760, 900, () -> person(false, longTalk()), SHEETS);
    }

    @Test
    void linesFromRightToLeft() {
        Snapshots.take("chat-lines-rtl", 520, 620, () -> person(false, rightToLeftTalk()), SHEETS);
    }

    @Test
    void stranger() {
        Snapshots.take(
                "chat-stranger",
                620,
                320,
                () ->
                        page(
                                Chat.Kind.CONTACT,
                                "samuel@otieno.example",
                                new Talk("samuel@otieno.example")
                                        .theirs("09:14", "Hi Mara, we met at the riso night."),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                false),
                SHEETS);
    }

    @Test
    void nothingSaidYet() {
        Snapshots.take(
                "chat-new",
                620,
                320,
                () -> person(false, new Talk("layla@hearth.example")),
                SHEETS);
    }

    @Test
    void focusedMessage() {
        Snapshots.take(
                "chat-focus",
                620,
                420,
                () -> {
                    var page = person(false, layla());
                    new Scene(page, 620, 420);
                    page.applyCss();
                    page.layout();
                    page.lookupAll(".bubble").stream()
                            .skip(1)
                            .limit(4)
                            .forEach(
                                    bubble ->
                                            bubble.pseudoClassStateChanged(
                                                    PseudoClass.getPseudoClass("focused-row"),
                                                    true));
                    page.getScene().setRoot(new Pane());
                    return page;
                },
                SHEETS);
    }

    @Test
    void drafts() {
        Snapshots.take(
                "composer",
                560,
                500,
                () ->
                        new VBox(
                                20,
                                composer(""),
                                composer("No rush, Thursday is fine"),
                                composer("Two things:\n1. the matte stock\n2. the inner margin"),
                                composer("شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟"),
                                composer("שלום! 200 עותקים, בבקשה"),
                                composer(
                                        "وصلت النسخة التجريبية العربية، والألوان ممتازة! طبعنا 200"
                                                + " نسخة في المطبعة")),
                SHEETS);
    }

    private static ComposerView composer(String draft) {
        var model =
                new ComposerViewModel(
                        IdleCommands.composer(),
                        List.of(),
                        (delay, work) -> () -> {},
                        new ImmediateLane());
        model.draftProperty().set(draft);
        var view = new ComposerView(model, Texts.of(Locale.ENGLISH));
        view.setPrompt("Message Layla Haddad, not encrypted");
        return view;
    }

    private static Talk layla() {
        return new Talk("layla@hearth.example")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .mine("09:07", "That was quick! How is the inner margin?", Delivery.READ)
                .theirs("09:12", "4 mm to spare on every side")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .unreadFromHere()
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .theirs("09:31", "The file is at https://hearth.example/proof_(ar).pdf, 2.4 MB");
    }

    private static Talk editedTalk() {
        return new Talk("layla@hearth.example")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .mine("09:07", "That was quick! How is the outer margin?", Delivery.READ)
                .theirs("09:12", "3 mm to spare on every side")
                .mine("09:20", "Lovely. I’ll sign it of before lunch.", Delivery.DELIVERED)
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة؟")
                .edit(1, "That was quick! How is the inner margin?")
                .edit(2, "4 mm to spare on every side")
                .edit(4, "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟");
    }

    private static Talk waitingTalk() {
        return new Talk("layla@hearth.example")
                .mine("09:07", "That was quick! How is the inner margin?", Delivery.READ)
                .theirs("09:12", "4 mm to spare on every side")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .mine("09:21", "On the server, not on a device yet", Delivery.ON_SERVER)
                .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .theirs("09:32", "👏😍")
                .mine("09:34", "250, please. The fair is bigger this year", Delivery.QUEUED)
                .mine("09:34", "And could you ask about the matte stock?", Delivery.SENDING)
                .mine(
                        "09:35",
                        "Great. I’m off to the studio, call me if it misbehaves",
                        new Delivery.Failed(Refusal.of(Reason.TIMED_OUT)));
    }

    private static Talk longTalk() {
        return new Talk("layla@hearth.example")
                .on(Talk.TODAY.minusDays(1))
                .theirs("18:02", "Two lines:\nthe second is this one, and it is a good deal longer")
                .mine("18:03", "שלום! 200 עותקים, בבקשה 🙏", Delivery.READ)
                .theirs(
                        "18:05",
                        "https://hearth.example/a/path/that/goes/on/and/on/without/any/place/to"
                                + "/break/the/line/until/it/ends.pdf")
                .on(Talk.TODAY)
                .mine("09:00", "Colours: " + "teal and amber, ".repeat(300), Delivery.DELIVERED)
                .theirs("09:01", "🧡")
                .theirs("09:02", "Good 🎉🎉 and 1️⃣ flag 🇱🇧 family 👩‍👩‍👧‍👦");
    }

    private static Talk rightToLeftTalk() {
        return new Talk("layla@hearth.example")
                .theirs(
                        "09:30",
                        "وصلت النسخة التجريبية العربية، والألوان ممتازة! طبعنا 200 نسخة (من أصل 250)"
                                + " في المطبعة، ويتبقى 4 مم من كل جانب 🎉 أرسلت لك الملف هنا:"
                                + " https://hearth.example/proof_(ar).pdf وسنكمل غدًا.")
                .mine(
                        "09:31",
                        "תודה רבה! נדפיס 250 עותקים (ולא 200), בבקשה, עם שולי 4 מ״מ, כמו שאמרנו"
                                + " אתמול ב־Harbour print co-op 🙏",
                        Delivery.READ)
                .theirs(
                        "09:32",
                        "She said “شكرًا يا مارا! 200 نسخة تكفي” and then rang off, twice.");
    }
}
