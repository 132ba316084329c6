package kith.ui.widget;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import javafx.util.Subscription;

import java.util.Map;
import java.util.Optional;

/// The picture of a person (round) or a room (a square with round corners), with the presence mark
/// in its lower end corner.
///
/// Without a picture it shows initials on the colour of the address. The mark sits in a hole cut
/// out of the picture, so that it needs no rim in the colour of what is behind.
public final class Avatar extends Region {

    /// Diameter of the presence mark for each size of picture, both in px at a text size of 14.
    private static final Map<Integer, Integer> MARK =
            Map.ofEntries(
                    Map.entry(16, 8),
                    Map.entry(20, 8),
                    Map.entry(24, 9),
                    Map.entry(28, 10),
                    Map.entry(32, 10),
                    Map.entry(36, 12),
                    Map.entry(40, 12),
                    Map.entry(44, 12),
                    Map.entry(48, 14),
                    Map.entry(56, 14),
                    Map.entry(64, 16));

    private final int size;
    private final Rectangle picture = new Rectangle();
    private final Text initials = new Text();
    private final Group face = new Group(picture, initials);

    /// Made for the first presence that is shown: rooms and what is said have none.
    private Optional<PresenceMark> mark = Optional.empty();

    private String name = "";
    private String key = "";
    private boolean room;

    /// The picture that it follows, which it holds, and is not held by.
    private Optional<ReadOnlyObjectProperty<Optional<Image>>> pictured = Optional.empty();

    private final ChangeListener<Optional<Image>> onPicture = (_, _, now) -> setPicture(now);
    private final WeakChangeListener<Optional<Image>> whilePictured =
            new WeakChangeListener<>(onPicture);

    /// What a person is announced to look like, and the wish for that.
    private Optional<PersonPicture> announced = Optional.empty();

    private Subscription wanted = () -> {};

    /// @param size in px at a text size of 14: 16, 20, 24, 28, 32, 36, 40, 44, 48, 56 or 64
    public Avatar(int size) {
        if (!MARK.containsKey(size)) {
            throw new IllegalArgumentException("no avatar of size " + size);
        }
        this.size = size;
        getStyleClass().addAll("avatar", "avatar-" + size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        picture.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // faces are not mirrored
        initials.getStyleClass().add("initials");
        initials.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        face.setManaged(false);
        picture.setManaged(false);
        initials.setManaged(false);
        sceneProperty().subscribe(this::followPicture);
        getChildren().setAll(face);
    }

    /// Shows a person by initials.
    ///
    /// @param address bare address, or what else [NameColors] takes as a key
    public void showPerson(String name, String address) {
        showPerson(name, address, Optional.empty());
    }

    /// Shows a person by the picture that they announce, as soon as it is there, or by initials.
    ///
    /// @param address bare address, or what else [NameColors] takes as a key
    public void showPerson(String name, String address, Optional<PersonPicture> picture) {
        announced = picture;
        show(name, address, false);
    }

    /// Shows a room by initials.
    public void showRoom(String name, String address) {
        announced = Optional.empty();
        show(name, address, true);
    }

    /// Shows a picture in place of the initials, or the initials again.
    ///
    /// @param image best at twice the size of the avatar; of one that isn't square the middle shows
    public void setPicture(Optional<Image> image) {
        initials.setVisible(image.isEmpty());
        image.ifPresentOrElse(
                shown -> picture.setFill(middle(shown)),
                () -> picture.setFill(NameColors.fill(key)));
    }

    private static ImagePattern middle(Image image) {
        double side = Math.min(image.getWidth(), image.getHeight());
        double width = image.getWidth() / side;
        double height = image.getHeight() / side;
        return new ImagePattern(image, (1 - width) / 2, (1 - height) / 2, width, height, true);
    }

    /// While it is in a window, it has the picture that the window knows.
    private void followPicture() {
        pictured.ifPresent(picture -> picture.removeListener(whilePictured));
        pictured =
                room
                        ? AvatarPictures.in(getScene()).map(pictures -> pictures.of(key))
                        : Optional.empty();
        pictured.ifPresent(
                picture -> {
                    picture.addListener(whilePictured);
                    setPicture(picture.get());
                });
        wanted.unsubscribe();
        wanted = () -> {};
        if (!room && announced.isPresent()) {
            var person = announced.get();
            wanted =
                    PersonPictures.in(getScene())
                            .map(all -> all.want(person, it -> setPicture(Optional.of(it))))
                            .orElse(() -> {});
        }
    }

    /// Shows how present the person is.
    ///
    /// @param presence what a screen reader says after the name
    public void showPresence(PresenceShape shape, String presence) {
        if (mark.isEmpty()) {
            addMark();
        }
        mark.get().show(shape, presence);
        mark.get().setVisible(true);
        setAccessibleText(name + ", " + presence);
        requestLayout();
    }

    /// Takes the presence mark away: nothing is known, or nothing is shared.
    public void clearPresence() {
        mark.ifPresent(shown -> shown.setVisible(false));
        setAccessibleText(name);
        requestLayout();
    }

    private void addMark() {
        var made = new PresenceMark();
        made.setManaged(false);
        getChildren().add(made);
        mark = Optional.of(made);
    }

    private void show(String newName, String newKey, boolean isRoom) {
        name = newName;
        key = newKey;
        room = isRoom;
        initials.setText(Initials.of(newName, size <= 20 ? 1 : 2));
        initials.setVisible(true);
        picture.setFill(NameColors.fill(newKey));
        setAccessibleText(newName);
        followPicture();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double unit = width / size;
        picture.setWidth(width);
        picture.setHeight(width);
        picture.setArcWidth(room ? width / 2 : width);
        picture.setArcHeight(room ? width / 2 : width);
        var letters = initials.getLayoutBounds();
        initials.relocate((width - letters.getWidth()) / 2, (width - letters.getHeight()) / 2);
        var shownMark = mark.filter(Node::isVisible);
        if (shownMark.isPresent()) {
            double diameter = MARK.getOrDefault(size, 12) * unit;
            double corner = width + unit - diameter;
            shownMark.get().resizeRelocate(corner, corner, diameter, diameter);
            double gap = (size <= 24 ? 1.5 : 2) * unit;
            face.setClip(holed(width, corner + diameter / 2, diameter / 2 + gap));
        } else {
            face.setClip(null);
        }
    }

    /// A square with a round hole. Where the circle leaves the square it adds instead, which does
    /// not matter: nothing is drawn there.
    private static Path holed(double side, double centre, double radius) {
        var clip =
                new Path(
                        new MoveTo(0, 0),
                        new HLineTo(side),
                        new VLineTo(side),
                        new HLineTo(0),
                        new ClosePath(),
                        new MoveTo(centre - radius, centre),
                        new ArcTo(radius, radius, 0, centre + radius, centre, false, true),
                        new ArcTo(radius, radius, 0, centre - radius, centre, false, true),
                        new ClosePath());
        clip.setFillRule(FillRule.EVEN_ODD);
        clip.setFill(javafx.scene.paint.Color.BLACK);
        clip.setStroke(null);
        return clip;
    }
}
