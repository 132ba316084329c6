package kith.gallery;

import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import kith.model.Occupant;
import kith.model.OccupantPicture;
import kith.ui.widget.PersonPicture;
import kith.ui.widget.PersonPictures;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// The pictures that some people have: a boat, a sunset, a hill. Drawn here; no window but one that
/// is given them shows any.
final class SampleFaces implements PersonPictures.Source {

    private static final int SIDE = 80;

    private static final Map<String, Integer> WHO =
            Map.of("Tom Okafor", 0, "Layla Haddad", 1, "Mara", 2, "Priya Natarajan", 3);

    /// The same person, with a picture if they have one.
    static Occupant of(BareJid room, Occupant occupant) {
        var number = WHO.get(occupant.nick());
        return number == null
                ? occupant
                : occupant.pictured(
                        new OccupantPicture(
                                JidCreate.fromOrThrowUnchecked(room + "/" + occupant.nick()),
                                "%040d".formatted(number)));
    }

    /// A page whose window has their pictures, and at once.
    static Parent in(Parent page) {
        var pictures = new PersonPictures(new SampleFaces(), Runnable::run);
        page.sceneProperty()
                .subscribe(scene -> Optional.ofNullable(scene).ifPresent(pictures::provide));
        return page;
    }

    @Override
    public CompletionStage<Optional<Image>> picture(
            PersonPicture picture, Function<byte[], Image> draw) {
        return CompletableFuture.completedStage(
                Optional.of(drawn(Integer.parseInt(picture.hash()))));
    }

    @Override
    public void outOfSight(PersonPicture picture) {
        throw new IllegalStateException("all come at once");
    }

    private static Image drawn(int number) {
        var image = new WritableImage(SIDE, SIDE);
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                image.getPixelWriter().setColor(x, y, color(number, x, y));
            }
        }
        return image;
    }

    private static Color color(int number, int x, int y) {
        return switch (number) {
            case 0 -> boat(x, y);
            case 1 -> sunset(x, y);
            case 2 -> hill(x, y, Color.web("#cfe3dd"), Color.web("#2f7d6d"));
            default -> hill(x, y, Color.web("#efe0f5"), Color.web("#8b4fa3"));
        };
    }

    private static Color boat(int x, int y) {
        boolean isSail = y > 16 && y < 50 && x > 40 - (y - 16) / 2 && x < 42;
        boolean isHull = y > 50 && y < 58 && x > 20 + (y - 50) && x < 60 - (y - 50);
        if (isSail || isHull) {
            return isHull ? Color.web("#8a3b22") : Color.WHITE;
        }
        return y > 56 + Math.sin(x / 6.0) * 2 ? Color.web("#2b6c99") : Color.web("#a8d2ea");
    }

    private static Color sunset(int x, int y) {
        boolean isSun = Math.hypot(x - 50, y - 34) < 13;
        if (y > 54) {
            return Color.web("#7a3b58");
        }
        return isSun ? Color.web("#fff1c4") : Color.web("#f2a37e");
    }

    private static Color hill(int x, int y, Color sky, Color green) {
        return y > 50 - Math.sin(x / 25.0) * 18 ? green : sky;
    }
}
