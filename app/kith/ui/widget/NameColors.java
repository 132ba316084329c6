package kith.ui.widget;

import javafx.scene.Node;
import javafx.scene.paint.Color;

import org.hsluv.HUSLColorConverter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The colour that belongs to a name: the same in every client that follows XEP-0392, with the same
/// contrast for all hues.
///
/// The key is the bare address; in rooms the occupant's real address if it is known, else the nick.
public final class NameColors {

    private NameColors() {}

    /// The hue of a key, XEP-0392 §5.1, without correction for colour blindness.
    ///
    /// @return degrees in HSLuv, from 0 to below 360
    public static double hue(String key) {
        byte[] digest = sha1().digest(key.getBytes(StandardCharsets.UTF_8));
        int angle = Byte.toUnsignedInt(digest[0]) | Byte.toUnsignedInt(digest[1]) << 8;
        return angle * 360.0 / 65_536;
    }

    /// The fill behind white initials, the same in both themes.
    static Color fill(String key) {
        int[] rgb = rgb(hue(key), 70, 48);
        return Color.rgb(rgb[0], rgb[1], rgb[2]);
    }

    /// Gives a node and what is in it the name's colour as the looked-up colour `-kith-name`, in
    /// the shade that suits the theme. Text takes it with the style class `named-text`, a bar with
    /// `named-bar`.
    public static void apply(Node node, String key) {
        apply(node, hue(key));
    }

    /// The same with the colour of a hue.
    ///
    /// @param hue in degrees
    static void apply(Node node, double hue) {
        node.setStyle(
                "-kith-name-on-light: "
                        + hex(hue, 90, 43)
                        + "; -kith-name-on-dark: "
                        + hex(hue, 75, 72)
                        + ";");
        if (!node.getStyleClass().contains("named")) {
            node.getStyleClass().add("named");
        }
    }

    private static String hex(double hue, double saturation, double lightness) {
        int[] rgb = rgb(hue, saturation, lightness);
        return "#%06x".formatted(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
    }

    /// Each from 0 to 255.
    private static int[] rgb(double hue, double saturation, double lightness) {
        double[] parts = HUSLColorConverter.hsluvToRgb(new double[] {hue, saturation, lightness});
        return Arrays.stream(parts)
                .mapToInt(part -> Math.clamp(Math.round(part * 255), 0, 255))
                .toArray();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
