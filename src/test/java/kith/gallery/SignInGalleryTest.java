package kith.gallery;

import static kith.gallery.MainPictures.find;
import static kith.gallery.MainPictures.layOut;
import static kith.gallery.MainPictures.press;
import static kith.gallery.MainPictures.take;
import static kith.gallery.MainPictures.type;
import static kith.gallery.MainPictures.wide;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

import kith.model.ConnectionProblem;
import kith.model.ConnectionProblem.Kind;
import kith.model.ServerAddress;
import kith.session.account.SignInState;
import kith.ui.widget.SegmentedControl;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Locale;

/// Signing in, for the first time and again.
class SignInGalleryTest {

    private static final EntityBareJid MARA =
            JidCreate.entityBareFromOrThrowUnchecked("mara@hearth.example");

    @Test
    void welcome() {
        wide("welcome", SampleWorld::new, SignInGalleryTest::fill);
    }

    @Test
    void welcomeInASmallWindow() {
        take("welcome-small", 480, 480, SampleWorld::new, window -> {});
    }

    @Test
    void signingIn() {
        wide("signing-in", SampleWorld::new, SignInGalleryTest::signIn);
    }

    @Test
    void signInRefused() {
        for (var kind : List.of(Kind.CERTIFICATE_EXPIRED, Kind.WRONG_PASSWORD, Kind.UNKNOWN_HOST)) {
            wide(
                    "sign-in-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    SampleWorld::new,
                    window -> {
                        signIn(window);
                        window.world()
                                .set(
                                        window.world().signingIn,
                                        new SignInState.Failed(
                                                MARA, new ServerAddress.ByDomain(), problem(kind)));
                    });
        }
    }

    @Test
    void signInMistyped() {
        wide(
                "sign-in-mistyped",
                SampleWorld::new,
                window -> {
                    type(window, "mara(at)hearth", "");
                    press(window, ".sign-in .fold");
                    ((TextField) find(window, ".sign-in .port")).setText("99999");
                    press(window, ".sign-in .button:default");
                });
    }

    @Test
    void signInWithTheServerGiven() {
        take(
                "sign-in-options-small",
                480,
                600,
                SampleWorld::new,
                window -> {
                    type(window, "mara@hearth.example", "open sesame");
                    press(window, ".sign-in .fold");
                    press(window, ".sign-in .icon-button");
                });
    }

    @Test
    void signInThroughAProxy() {
        wide("sign-in-proxy", SampleWorld::new, SignInGalleryTest::chooseProxy);
        take("sign-in-proxy-small", 480, 780, SampleWorld::new, SignInGalleryTest::chooseProxy);
    }

    private static void chooseProxy(SampleWindow window) {
        type(window, "mara@hearth.example", "open sesame");
        press(window, ".sign-in .fold");
        ((SegmentedControl) find(window, ".sign-in .segmented")).select(1);
    }

    @Test
    void signInAgain() {
        wide(
                "sign-in-again",
                SampleWorld::refused,
                window -> press(window, ".banner .link-action"));
    }

    @Test
    void addAccount() {
        wide(
                "add-account",
                SampleWorld::full,
                window -> {
                    press(window, ".profile-button");
                    layOut(window);
                    window.scene().getRoot().lookupAll(".menu-row").stream()
                            .filter(ButtonBase.class::isInstance)
                            .map(ButtonBase.class::cast)
                            .filter(
                                    row ->
                                            "Sign in to another account"
                                                    .equals(row.getAccessibleText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                });
    }

    private static void fill(SampleWindow window) {
        type(window, MARA.toString(), "open sesame");
    }

    private static void signIn(SampleWindow window) {
        fill(window);
        press(window, ".sign-in .button:default");
    }

    private static ConnectionProblem problem(Kind kind) {
        return new ConnectionProblem(kind, "");
    }
}
