package kith;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import kith.lab.LabUser;
import kith.ui.fx.FxThread;
import kith.ui.widget.SmallPicture;
import kith.xmpp.PayloadIq;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// A picture that somebody without a Kith has of themselves, all of one colour (XEP-0153).
final class OwnPicture {

    private static final String CARD = "vcard-temp";

    private final byte[] png;

    OwnPicture(Color color) {
        png =
                FxThread.call(
                        () -> {
                            var image = new WritableImage(16, 16);
                            for (int x = 0; x < 256; x++) {
                                image.getPixelWriter().setColor(x % 16, x / 16, color);
                            }
                            return SmallPicture.png(image);
                        });
    }

    /// The whole file.
    byte[] png() {
        return png.clone();
    }

    /// By which it is announced: SHA-1 in hexadecimal.
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /// Puts it on their card.
    void publish(LabUser user) {
        var photo =
                StandardExtensionElement.builder("PHOTO", CARD)
                        .addElement("TYPE", "image/png")
                        .addElement("BINVAL", Base64.getEncoder().encodeToString(png))
                        .build();
        var card = StandardExtensionElement.builder("vCard", CARD).addElement(photo).build();
        var _ = user.ask(PayloadIq.set(user.jid().asBareJid(), card));
    }

    /// Tells those in a room that they have it.
    void announce(LabUser user, EntityBareJid room, String nick) {
        var update =
                StandardExtensionElement.builder("x", "vcard-temp:x:update")
                        .addElement("photo", hash())
                        .build();
        user.send(
                StanzaBuilder.buildPresence("picture-" + hash())
                        .to(JidCreate.fromOrThrowUnchecked(room + "/" + nick))
                        .addExtension(update)
                        .build());
    }
}
