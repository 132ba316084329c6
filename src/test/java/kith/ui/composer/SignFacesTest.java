package kith.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import kith.ui.fx.Fonts;
import kith.ui.fx.FxThread;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That the faces of the field, whose signs are blank, hide nothing elsewhere.
class SignFacesTest {

    @ParameterizedTest
    @ValueSource(ints = {0x4DC0, 0x22A1, 0x21AB, 0x27F6, 0x2500, 0x259F, 0x27C0, 0x2900, 0xED00})
    void whatInterLacksIsNotTakenFromThem(int letter) {
        var shown =
                FxThread.call(
                        () -> {
                            Fonts.load();
                            return inked(Character.toString(letter));
                        });
        assertThat(shown).isTrue();
    }

    private static boolean inked(String letter) {
        var text = new Text(letter);
        text.setFont(Font.font("Inter", 20));
        var picture = text.snapshot(null, null);
        int background = picture.getPixelReader().getArgb(0, 0);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getPixelReader().getArgb(x, y) != background) {
                    return true;
                }
            }
        }
        return false;
    }
}
