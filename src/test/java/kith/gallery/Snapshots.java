package kith.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import kith.ui.fx.Appearance;
import kith.ui.fx.FxThread;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// Takes pictures of pages, light and dark, on the headless platform.
public final class Snapshots {

    private static final Path FOLDER = Path.of("target", "gallery");

    /// FX thread only.
    private static final Map<Appearance.Choice, Appearance> LOOKS =
            new EnumMap<>(Appearance.Choice.class);

    private Snapshots() {}

    /// Writes `target/gallery/<name>-light.png` and `-dark.png`.
    ///
    /// @param page makes the page anew for each picture; called on the FX thread
    /// @param screens the stylesheets the page needs, by the names of their screens
    public static void take(
            String name, int width, int height, Supplier<Parent> page, String... screens) {
        takeBoth(name, choice -> render(width, height, page.get(), choice, screens));
    }

    /// Writes the pictures in a look that isn't the usual one.
    ///
    /// @param change makes the look what it is to be, but for the theme
    public static void takeIn(
            String name,
            Consumer<Appearance> change,
            int width,
            int height,
            Supplier<Parent> page,
            String... screens) {
        takeBoth(
                name,
                choice -> {
                    var look = look(choice);
                    change.accept(look);
                    return render(width, height, page.get(), look, screens);
                });
    }

    /// Writes the pictures of a menu; it is a window of its own.
    ///
    /// @param menu makes the menu anew for each picture; called on the FX thread
    public static void takeMenu(
            String name, Supplier<? extends ContextMenu> menu, String... screens) {
        takeBoth(name, choice -> renderMenu(menu.get(), choice, screens));
    }

    private static void takeBoth(String name, Function<Appearance.Choice, WritableImage> picture) {
        for (var choice : List.of(Appearance.Choice.LIGHT, Appearance.Choice.DARK)) {
            var image = FxThread.call(() -> picture.apply(choice));
            write(image, name + "-" + choice.name().toLowerCase(Locale.ROOT));
        }
    }

    /// The page as it looks in one of the themes. On the FX thread.
    ///
    /// @throws AssertionError if JavaFX complains about its styles
    public static WritableImage render(
            int width, int height, Parent page, Appearance.Choice choice, String... screens) {
        var look = LOOKS.computeIfAbsent(choice, Snapshots::look);
        return render(width, height, page, look, screens);
    }

    private static WritableImage render(
            int width, int height, Parent page, Appearance look, String... screens) {
        var scene = new Scene(page, width, height);
        look.dress(scene, screens);
        try (var warnings = new CssWarnings()) {
            page.applyCss();
            page.layout();
            page.applyCss(); // what was only made while laying out, such as the cells of a list
            page.layout();
            assertThat(warnings.messages()).isEmpty();
        }
        assertThat(unseen(page)).as("nodes that are painted in vain").isEmpty();
        return scene.snapshot(null);
    }

    /// A border with a colour is stroked with each frame, as slowly as any, though it be 0 wide: it
    /// has to be transparent, too. A background with round corners is filled though it be
    /// transparent: there has to be none.
    private static List<Node> unseen(Parent page) {
        return page.lookupAll("*").stream()
                .filter(node -> node instanceof Region region && isPaintedInVain(region))
                .toList();
    }

    private static boolean isPaintedInVain(Region region) {
        return Stream.ofNullable(region.getBorder())
                        .flatMap(border -> border.getStrokes().stream())
                        .anyMatch(Snapshots::isUnseen)
                || Stream.ofNullable(region.getBackground())
                        .filter(background -> background.getFills().size() == 1)
                        .anyMatch(background -> isUnseen(background.getFills().getFirst()));
    }

    private static boolean isUnseen(BorderStroke stroke) {
        return stroke.getWidths().equals(BorderWidths.EMPTY)
                && !stroke.getTopStroke().equals(Color.TRANSPARENT);
    }

    private static boolean isUnseen(BackgroundFill fill) {
        return fill.getFill().equals(Color.TRANSPARENT)
                && !fill.getRadii().equals(CornerRadii.EMPTY);
    }

    private static WritableImage renderMenu(
            ContextMenu menu, Appearance.Choice choice, String... screens) {
        var owner = new Stage();
        var scene = new Scene(new StackPane(), 100, 100);
        LOOKS.computeIfAbsent(choice, Snapshots::look).dress(scene, screens);
        owner.setScene(scene);
        owner.show();
        try {
            menu.show(owner);
            return menu.getScene().snapshot(null);
        } finally {
            menu.hide();
            owner.close();
        }
    }

    private static Appearance look(Appearance.Choice choice) {
        var look = new Appearance();
        look.choiceProperty().set(choice);
        return look;
    }

    /// Writes `target/gallery/<name>.png`.
    public static void write(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var png = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        png.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(png, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
