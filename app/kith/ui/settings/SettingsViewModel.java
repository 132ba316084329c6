package kith.ui.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import kith.model.SendKey;
import kith.ui.fx.Appearance;

/// The settings: each is what it says, and changing one here changes it.
///
/// They follow the user's hand and not what comes back of it, since nothing else changes them while
/// the page is open, and an answer that is late must not turn back what they have turned twice.
///
/// FX thread only. [#close] with the page: how the window looks outlives it.
public final class SettingsViewModel implements AutoCloseable {

    private final Looks looks;
    private final ObjectProperty<Appearance.Choice> theme =
            new SimpleObjectProperty<>(this, "theme");
    private final IntegerProperty textSize = new SimpleIntegerProperty(this, "textSize");
    private final BooleanProperty moreContrast = new SimpleBooleanProperty(this, "moreContrast");
    private final ObjectProperty<SendKey> sendKey;
    private final BooleanProperty tellsTyping;
    private final BooleanProperty notifies;
    private final BooleanProperty notifiesWords;
    private final BooleanProperty showsPictures;
    private final StringProperty roomDirectory;
    private final ObjectProperty<Section> section =
            new SimpleObjectProperty<>(this, "section", Section.APPEARANCE);

    public SettingsViewModel(
            Writing writing,
            Notifications notifications,
            PictureSettings pictures,
            RoomSettings rooms,
            Looks looks) {
        this.looks = looks;
        theme.bindBidirectional(looks.theme());
        textSize.bindBidirectional(looks.textSize());
        moreContrast.bindBidirectional(looks.moreContrast());
        sendKey = new SimpleObjectProperty<>(this, "sendKey", writing.sendKey());
        sendKey.subscribe((_, now) -> writing.setSendKey().accept(now));
        tellsTyping = new SimpleBooleanProperty(this, "tellsTyping", writing.tellsTyping());
        tellsTyping.subscribe((_, now) -> writing.setTellsTyping().accept(now));
        notifies = new SimpleBooleanProperty(this, "notifies", notifications.isShown());
        notifies.subscribe((_, now) -> notifications.setShown().accept(now));
        notifiesWords =
                new SimpleBooleanProperty(this, "notifiesWords", notifications.showsWords());
        notifiesWords.subscribe((_, now) -> notifications.setShowsWords().accept(now));
        showsPictures = new SimpleBooleanProperty(this, "showsPictures", pictures.areShown());
        showsPictures.subscribe((_, now) -> pictures.setShown().accept(now));
        roomDirectory = new SimpleStringProperty(this, "roomDirectory", rooms.directory());
        roomDirectory.subscribe((_, now) -> rooms.setDirectory().accept(now.strip()));
    }

    /// What is shown where there is room for one section beside the list of them.
    public ObjectProperty<Section> sectionProperty() {
        return section;
    }

    public ObjectProperty<Appearance.Choice> themeProperty() {
        return theme;
    }

    /// In px, [Appearance#SMALLEST_TEXT] to [Appearance#LARGEST_TEXT].
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    public BooleanProperty moreContrastProperty() {
        return moreContrast;
    }

    /// The key that sends what is written.
    public ObjectProperty<SendKey> sendKeyProperty() {
        return sendKey;
    }

    /// Whether others are told that the user is writing.
    public BooleanProperty tellsTypingProperty() {
        return tellsTyping;
    }

    /// Whether the desktop shows what comes while the user looks elsewhere.
    public BooleanProperty notifiesProperty() {
        return notifies;
    }

    /// Whether it shows what others wrote.
    public BooleanProperty notifiesWordsProperty() {
        return notifiesWords;
    }

    /// Whether pictures of those whom the user knows are fetched by themselves.
    public BooleanProperty showsPicturesProperty() {
        return showsPictures;
    }

    /// The service that is asked which rooms there are; empty for none.
    public StringProperty roomDirectoryProperty() {
        return roomDirectory;
    }

    @Override
    public void close() {
        theme.unbindBidirectional(looks.theme());
        textSize.unbindBidirectional(looks.textSize());
        moreContrast.unbindBidirectional(looks.moreContrast());
    }
}
