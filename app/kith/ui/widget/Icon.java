package kith.ui.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/// A picture of the Material Design Icons set, named as the set names it.
///
/// The shapes are SVG paths on a grid of 24 by 24, in `resources/kith/ui/icons.properties`, and not
/// glyphs of an icon font: the font's tables of 7,000 icons cost 70 to 100 ms before the first one
/// shows. To add an icon: its line there, its constant here.
public enum Icon {
    ACCOUNT_CANCEL_OUTLINE,
    ACCOUNT_CIRCLE_OUTLINE,
    ACCOUNT_CLOCK_OUTLINE,
    ACCOUNT_GROUP_OUTLINE,
    ACCOUNT_MULTIPLE_OUTLINE,
    ACCOUNT_OUTLINE,
    ACCOUNT_PLUS_OUTLINE,
    ACCOUNT_QUESTION_OUTLINE,
    ACCOUNT_REMOVE_OUTLINE,
    ALERT_CIRCLE,
    ALERT_CIRCLE_OUTLINE,
    ALERT_OUTLINE,
    ARCHIVE_ARROW_DOWN_OUTLINE,
    ARCHIVE_ARROW_UP_OUTLINE,
    ARCHIVE_OUTLINE,
    ARROW_DOWN,
    ARROW_LEFT(true),
    ARROW_RIGHT(true),
    AT,
    BACKUP_RESTORE,
    BASKETBALL,
    BELL_OFF_OUTLINE,
    BELL_OUTLINE,
    BLOCK_HELPER,
    BOOKMARK_OUTLINE,
    CALENDAR_OUTLINE,
    CAR_OUTLINE,
    CERTIFICATE_OUTLINE,
    CHECK,
    CHECK_ALL,
    CHECK_CIRCLE,
    CHECKBOX_MARKED_CIRCLE_OUTLINE,
    CHEVRON_DOWN,
    CHEVRON_RIGHT(true),
    CHEVRON_UP,
    CIRCLE_SLICE_8,
    CLOCK_OUTLINE,
    CLOSE,
    CLOSE_BOX_MULTIPLE_OUTLINE,
    CLOSE_CIRCLE,
    CLOUD_ALERT_OUTLINE,
    CLOUD_CHECK_OUTLINE,
    CLOUD_OFF_OUTLINE,
    CLOUD_SYNC_OUTLINE,
    COG_OUTLINE,
    CONTENT_COPY,
    CROWN_OUTLINE,
    DATABASE_OUTLINE,
    DELETE_FOREVER_OUTLINE,
    DELETE_OUTLINE,
    DOCK_RIGHT(true),
    DOTS_HORIZONTAL,
    DOTS_VERTICAL,
    EMOTICON_OUTLINE,
    EMOTICON_PLUS_OUTLINE,
    EXPORT(true),
    EYE_OFF_OUTLINE,
    EYE_OUTLINE,
    FILE_DOCUMENT_OUTLINE,
    FILE_MUSIC_OUTLINE,
    FILE_OUTLINE,
    FILE_PDF_BOX,
    FILE_TABLE_OUTLINE,
    FLAG_OUTLINE,
    FOLDER_OUTLINE,
    FOLDER_ZIP_OUTLINE,
    FOOD_APPLE_OUTLINE,
    FORUM_OUTLINE,
    HELP_CIRCLE_OUTLINE,
    HISTORY,
    IMAGE_OFF_OUTLINE,
    IMAGE_OUTLINE,
    IMPORT(true),
    INFORMATION_OUTLINE,
    KEY_ALERT_OUTLINE,
    KEY_OUTLINE,
    KEYBOARD_OUTLINE,
    LIGHTBULB_OUTLINE,
    LOADING,
    LOCK_ALERT_OUTLINE,
    LOCK_OPEN_VARIANT_OUTLINE,
    LOCK_OUTLINE,
    LOGIN(true),
    LOGOUT(true),
    MAGNIFY,
    MAP_MARKER_OUTLINE,
    MESSAGE_OUTLINE,
    MESSAGE_TEXT_OUTLINE,
    MICROPHONE,
    MICROPHONE_OUTLINE,
    MINUS,
    MOVIE_OUTLINE,
    OPEN_IN_NEW(true),
    PALETTE_OUTLINE,
    PAPERCLIP,
    PAUSE,
    PAW_OUTLINE,
    PENCIL_OUTLINE,
    PIN,
    PIN_OFF_OUTLINE,
    PIN_OUTLINE,
    PLAY,
    PLUS,
    POUND,
    POWER,
    QRCODE,
    REFRESH,
    REPLY_OUTLINE(true),
    SEND(true),
    SERVER_NETWORK,
    SHARE_OUTLINE(true),
    SHIELD_ACCOUNT_OUTLINE,
    SHIELD_ALERT_OUTLINE,
    SHIELD_CHECK_OUTLINE,
    SHIELD_CROWN_OUTLINE,
    SQUARE_EDIT_OUTLINE,
    STAR_OUTLINE,
    STOP,
    SYMBOL,
    TAG_OUTLINE,
    TRANSLATE,
    TRAY_ARROW_DOWN,
    TRAY_ARROW_UP,
    TUNE_VARIANT,
    UNDO(true),
    WEB,
    WIFI_OFF,
    WRENCH_OUTLINE;

    private final boolean directional;

    Icon() {
        this(false);
    }

    Icon(boolean directional) {
        this.directional = directional;
    }

    /// Whether the icon points along the text and so is mirrored where that runs from right to
    /// left. A check mark, a clock or a play sign is not.
    public boolean isDirectional() {
        return directional;
    }

    /// The outline as an SVG path on a grid of 24 by 24.
    public String path() {
        return Paths.BY_NAME.getProperty(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Read when the first icon is shown.
    private static final class Paths {

        static final Properties BY_NAME = new Properties();

        static {
            try (var in = Icon.class.getResourceAsStream("/kith/ui/icons.properties")) {
                BY_NAME.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
