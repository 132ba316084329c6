package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.page;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// How messages look that their writers styled: code, quotations, actions.
class StyledGalleryTest {

    private static final String LUA =
            """
            Your server stops at 10 MB. Set this and run `prosodyctl reload`:
            ```lua
            Component "upload.birke.example" "http_file_share"
              http_file_share_size_limit = 100 * 1024 * 1024 -- what the disk of the server bears
            ```""";

    @Test
    void styled() {
        Snapshots.take("styled", 896, 900, () -> person(false, talk()), SHEETS);
    }

    @Test
    void styledInNarrow() {
        Snapshots.take("styled-narrow", 480, 1000, () -> person(true, talk()), SHEETS);
    }

    @Test
    void styledMirrored() {
        Snapshots.take("styled-rtl", 896, 900, () -> mirrored(person(false, talk())), SHEETS);
    }

    @Test
    void styledFromRightToLeft() {
        Snapshots.take("styled-words-rtl", 620, 620, () -> person(false, rightToLeft()), SHEETS);
        Snapshots.take(
                "styled-words-rtl-mirrored",
                620,
                620,
                () -> mirrored(person(false, rightToLeft())),
                SHEETS);
    }

    @Test
    void styledInOtherScripts() {
        var words =
                "日本語 ไทย नमस्ते 한국어 שלום شكرًا Привет Ελληνικά հայերեն ქართული Ảẫ e\u0301 ≥ → ½";
        Snapshots.take(
                "styled-scripts",
                620,
                620,
                () ->
                        person(
                                false,
                                new Talk("layla@hearth.example")
                                        .theirs("09:30", "*" + words + "*")
                                        .theirs("09:31", "_" + words + "_")
                                        .theirs("09:32", "*_" + words + "_*")
                                        .theirs("09:33", "~" + words + "~")
                                        .theirs("09:34", "`" + words + "`")
                                        .theirs("09:35", "```\n" + words + "\n```")),
                SHEETS);
    }

    @Test
    void actionsInARoom() {
        Snapshots.take("actions", 620, 480, StyledGalleryTest::room, SHEETS);
    }

    private static Talk talk() {
        return new Talk("jonas@birke.example")
                .theirs(
                        "08:40",
                        "Plain, *strong*, _emphasis_, ~struck~, `code`, *_both of them_* and"
                                + " https://birke.example/a_b*c* 🎉")
                .mine("08:51", LUA, Delivery.READ)
                .theirs(
                        "08:52",
                        """
                        >> That that is, is. *Is* it not?
                        > Said the old hermit of Prague.

                        And what did he say of `http_file_share`? A line long enough to be broken \
                        into two of them, or so, or three.""")
                .theirs("08:53", "> The last thing in a message may be a quotation\n> of two lines")
                .mine("08:54", "```\nint x = 1;\n```\nThat is all.", Delivery.DELIVERED)
                .theirs("08:55", "/me goes to *reload* the server")
                .mine("08:56", "/me waits 🙏", Delivery.QUEUED);
    }

    private static Talk rightToLeft() {
        return new Talk("layla@hearth.example")
                .theirs("09:30", "هذا *مهم جدًا* و _مائل_ و ~محذوف~ و `code 200`!")
                .mine("09:31", "> هل نطبع 200 نسخة أم 250؟\n\nنعم، *250*!", Delivery.READ)
                .theirs("09:32", "> שלום *עולם* 7\nAnd an answer in English")
                .theirs("09:33", "```\nx = \"شكرًا\"  # 200\ny = 2\n```")
                .theirs("09:34", "/me يلوّح من العبّارة 3!");
    }

    private static Parent room() {
        var talk =
                new Talk("print@rooms.hearth.example")
                        .from("Samuel Otieno", "09:24", "/me waves from the ferry")
                        .from("ליאור 7", "09:25", "/me waves back, *twice*")
                        .from("> _nick_ ```", "09:26", "/me is called what they are called")
                        .mine("09:27", "/me is at the press", Delivery.ON_SERVER);
        var room = new Room(talk.chat(), "Harbour print co-op", "Mara", RoomState.JOINED, "", 4);
        return page(
                Chat.Kind.ROOM,
                "Harbour print co-op",
                talk,
                false,
                Optional.empty(),
                Optional.of(room),
                List.of(),
                false);
    }
}
