package kith;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import kith.base.PictureFiles;
import kith.base.PictureSize;
import kith.lab.LabUser;
import kith.model.ChatKey;
import kith.model.Content;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Pictures that one sends and the other sees: of a friend by themselves, in a room and of a
/// stranger when one wants them; and they are gone with their message.
class TwoWindowsPicturesTest extends TwoWindowsFixture {

    private static final int SUN = 0xef5b4c;
    private static final int SEA = 0x1f6f86;

    TwoWindowsPicturesTest() {
        super("easel");
    }

    @Test
    void ofAFriendAreThereByThemselvesAndGoWithTheirMessage() throws IOException {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        bobs.use().goTo("Anna");
        annas.use().goTo("Bob");
        chooseFiles(annas, picture("sun.png", SUN));
        annas.awaitText("sun.png");
        annas.press(KeyCode.ENTER);
        for (var window : List.of(annas, bobs)) {
            window.awaitMessage("Picture: sun.png", "localhost");
            awaitSeen(window, SUN);
            window.picture("sun");
        }
        assertThat(bobs.opened()).isEmpty();
        var came = file(friends.bob(), friends.bob().chat(anna.jid()));
        assertThat(came.picture()).contains(new PictureSize(640, 480));
        assertThat(kept("anna")).hasSize(1);
        assertThat(kept("bob")).hasSize(1);

        annas.use().toMessage("sun.png");
        annas.press(CONTROL, SHIFT, KeyCode.D);
        annas.click("Delete for everyone");
        for (var window : List.of(annas, bobs)) {
            window.awaitText("Message deleted");
            window.awaitNoMessage("sun.png");
        }
        bobs.awaitShown("no picture on the disk", () -> kept("bob").isEmpty());
        annas.awaitShown("no picture on the disk", () -> kept("anna").isEmpty());
    }

    /// Anybody may be there: whoever fetches it tells them where they are.
    @Test
    void h53InARoomOneWaitsUntilItIsWanted() throws IOException {
        var friends = inTheRoom();
        var annas = friends.annas();
        var bobs = friends.bobs();
        var there = room.getLocalpart().toString();
        bobs.use().goTo(there);
        annas.use().goTo(there);
        chooseFiles(annas, picture("sea.png", SEA));
        annas.awaitText("sea.png");
        annas.press(KeyCode.ENTER);
        awaitSeen(annas, SEA);
        bobs.awaitMessage("Picture: sea.png", "localhost");
        bobs.awaitText("Picture in a room that isn’t private");
        bobs.picture("withheld");
        assertThat(kept("bob")).isEmpty();
        bobs.use().toMessage("sea.png");
        bobs.choose("Show the picture");
        awaitSeen(bobs, SEA);
        assertThat(kept("bob")).hasSize(1);
        bobs.picture("sea");
    }

    /// Somebody who is nobody's contact has the link of a picture.
    @Test
    void h53OfAStrangerOneWaitsUntilItIsWanted() throws IOException {
        var friends = atTheirWindows();
        var annas = friends.annas();
        var bobs = friends.bobs();
        annas.use().goTo("Bob");
        chooseFiles(annas, picture("sun.png", SUN));
        annas.awaitText("sun.png");
        annas.press(KeyCode.ENTER);
        awaitSeen(annas, SUN);
        var link = file(friends.anna(), friends.anna().chat(bob.jid())).url().orElseThrow();
        try (var carl = LabUser.signIn(server(), server().newAccount("carl"))) {
            carl.send(link(bob.jid(), link));
            var name = carl.jid().getLocalpart().toString();
            bobs.use().goTo(name);
            bobs.awaitText("Picture from someone you don’t know");
            assertThat(kept("bob")).isEmpty();
            bobs.click("Show");
            awaitSeen(bobs, SUN);
            bobs.picture("stranger");
        }
    }

    /// A message that says where a file is, and nothing else (XEP-0066 §3).
    private static Message link(Jid to, String url) {
        return StanzaBuilder.buildMessage(UUID.randomUUID().toString())
                .to(to)
                .ofType(Message.Type.chat)
                .setBody(url)
                .addExtension(
                        StandardExtensionElement.builder("x", "jabber:x:oob")
                                .addElement("url", url)
                                .build())
                .build();
    }

    /// The only one of a chat.
    private static Content.File file(KithUser user, ChatKey chat) {
        var all = user.kith().messages(chat);
        assertThat(all).hasSize(1);
        return (Content.File) all.getFirst().content();
    }

    private Path picture(String name, int color) throws IOException {
        return Files.write(folder.resolve(name), PictureFiles.plain("png", 640, 480, color));
    }

    /// What is kept of pictures in somebody's profile.
    private List<Path> kept(String profile) throws IOException {
        var pictures = folder.resolve(profile).resolve("pictures");
        if (!Files.isDirectory(pictures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pictures)) {
            return files.toList();
        }
    }

    private static void awaitSeen(KithWindow window, int color) {
        window.awaitShown(
                "the picture", () -> window.find(node -> isSeen(node, color)).isPresent());
    }

    private static boolean isSeen(Node node, int color) {
        return node instanceof ImageView view
                && view.getParent() != null
                && view.getParent().getStyleClass().contains("picture-frame")
                && (view.getImage().getPixelReader().getArgb(5, 5) & 0xffffff) == color;
    }
}
