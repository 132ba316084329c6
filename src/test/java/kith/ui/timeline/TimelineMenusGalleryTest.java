package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.layout.StackPane;

import kith.gallery.Snapshots;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.MessageRecord;
import kith.model.Refusal;
import kith.model.Step;
import kith.ui.fx.Boxes;
import kith.ui.fx.DressedScene;
import kith.ui.fx.FxThread;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.widget.DayMenu;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Pictures of what the timeline lays over the window.
class TimelineMenusGalleryTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Talk.TODAY.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));

    @Test
    void calendar() {
        Snapshots.takeMenu(
                "menu-days",
                () -> DayMenu.of("Go to a day", Talk.TODAY.minusDays(4), Talk.TODAY, day -> {}),
                "timeline");
    }

    @Test
    void detailsOfAnEditedMessage() {
        Snapshots.takeMenu(
                "menu-details",
                () ->
                        DetailsMenu.of(
                                MessageDetails.of(new MessageRecord(versions(), steps()), words()),
                                Texts.of(Locale.ENGLISH)),
                "timeline");
    }

    /// What others are called stands there as they wrote it, on as many lines as it needs.
    @Test
    void detailsOfWhatManyWithEmojiHaveSeen() {
        var readers =
                new MessageDetails(
                        List.of(
                                new MessageDetails.Detail("Device", "Laptop 💻"),
                                new MessageDetails.Detail(
                                        "Seen by",
                                        "Priya 🌻, Tom 🚲, Émile, Samuel 🥁 and ليلى 200, who are"
                                                + " more than a line of it holds 🎉")),
                        List.of(),
                        List.of());
        Snapshots.takeMenu(
                "menu-details-emoji",
                () -> DetailsMenu.of(readers, Texts.of(Locale.ENGLISH)),
                "timeline");
        FxThread.run(
                () -> {
                    var item =
                            (CustomMenuItem)
                                    DetailsMenu.of(readers, Texts.of(Locale.ENGLISH))
                                            .getItems()
                                            .getFirst();
                    var shown = new StackPane(item.getContent());
                    DressedScene.layOut(shown, 360, 400);
                    var lines =
                            shown.lookupAll(".message-detail.row").stream()
                                    .map(each -> ((Button) each).getHeight())
                                    .toList();
                    assertThat(Boxes.in(shown)).isEmpty();
                    assertThat(lines).hasSize(2);
                    assertThat(lines.getLast()).isGreaterThan(1.7 * lines.getFirst());
                });
    }

    private static List<Step> steps() {
        var at = Talk.TODAY.atTime(LocalTime.of(9, 31, 7)).toInstant(ZoneOffset.UTC);
        var phone = JidCreate.fromOrThrowUnchecked("layla@hearth.example/Conversations.vTb4");
        var laptop = JidCreate.fromOrThrowUnchecked("layla@hearth.example/gajim.QV2R");
        return List.of(
                new Step(Step.Kind.QUEUED, Optional.empty(), at),
                new Step(
                        Step.Kind.FAILED,
                        Optional.empty(),
                        at.plusSeconds(1),
                        Optional.of(Refusal.of(Refusal.Reason.NOT_FOUND))),
                new Step(Step.Kind.SENT, Optional.empty(), at.plusSeconds(61)),
                new Step(Step.Kind.ON_SERVER, Optional.empty(), at.plusSeconds(62)),
                new Step(Step.Kind.DELIVERED, Optional.of(phone), at.plusSeconds(62)),
                new Step(Step.Kind.DELIVERED, Optional.of(laptop), at.plusSeconds(900)),
                new Step(Step.Kind.READ, Optional.of(phone), at.plusSeconds(1_207)));
    }

    private static List<Message> versions() {
        var talk = new Talk("layla@hearth.example");
        talk.mine("09:31", "See you on Thursday 🎉", Delivery.READ);
        talk.mine("09:33", "", Delivery.DELIVERED);
        var first =
                talk.messages()
                        .getFirst()
                        .with(MessageIds.own("1f0a2d6e-9f5b-4d0c-8a51-5b1f0c6d7e21"));
        var second = talk.messages().getLast();
        var correction =
                new Message(
                        second.key(),
                        second.chat(),
                        MessageIds.own("77e0c4c1-3f6a-4f0e-9a52-0d9c1f6b2a10"),
                        second.author(),
                        second.at(),
                        second.position(),
                        new Content.Correction(
                                first.ids().stanza(),
                                "See you on Friday 🎉, at the print room as always; I bring the"
                                        + " proof and two tins of ink"),
                        second.delivery());
        return List.of(first, correction);
    }

    private static TimelineWords words() {
        var texts = Texts.of(Locale.ENGLISH);
        return new TimelineWords(
                texts, new Times(CLOCK, ZoneOffset.UTC, texts), () -> "Layla Haddad", false);
    }
}
