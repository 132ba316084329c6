package kith.ui.composer;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import kith.ui.text.Texts;
import kith.ui.widget.Icon;
import kith.ui.widget.IconButton;

import java.io.File;
import java.util.List;
import java.util.Optional;

/// How files come into a composer: chosen by its button, pasted, dropped. FX thread only.
final class Attaching {

    private final AttachedFiles files;
    private final Texts texts;
    private final IconButton button;
    private FilePicker picker = FilePicker.ofSystem();

    Attaching(AttachedFiles files, Texts texts) {
        this.files = files;
        this.texts = texts;
        button = new IconButton(Icon.PAPERCLIP, texts.say("composer.attach"));
        button.withShortcut(texts.say("composer.attach.shortcut"));
        button.setFocusTraversable(false); // the shortcut does the same
        button.setOnAction(_ -> choose());
    }

    Node button() {
        return button;
    }

    void setPicker(FilePicker newPicker) {
        picker = newPicker;
    }

    /// Has the user choose.
    void choose() {
        if (files.isOffered()) {
            files.want();
            var chosen =
                    picker.pick(button.getScene().getWindow(), texts.say("composer.attach.title"));
            if (!chosen.isEmpty()) {
                files.add(chosen);
            }
        }
    }

    /// Takes what would be pasted, where that is files or a picture. Words beside a picture are
    /// what an office program copies as words.
    ///
    /// @return whether it was
    boolean paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (!files.isOffered()) {
            return false;
        }
        if (clipboard.hasFiles()) {
            add(clipboard.getFiles());
            return true;
        }
        return clipboard.hasImage()
                && !clipboard.hasString()
                && paste(Optional.ofNullable(clipboard.getImage()));
    }

    /// @param picture empty where the clipboard promised one that can't be had
    boolean paste(Optional<Image> picture) {
        var png = picture.flatMap(PngPicture::of);
        png.ifPresent(it -> files.addPicture(it, texts.say("composer.files.picture")));
        return png.isPresent();
    }

    private void add(List<File> chosen) {
        files.add(chosen.stream().map(File::toPath).toList());
    }

    static boolean isPaste(KeyEvent event) {
        boolean isPasteKey =
                (event.getCode() == KeyCode.V && event.isShortcutDown())
                        || event.getCode() == KeyCode.PASTE;
        return (isPasteKey && !event.isAltDown())
                || (event.getCode() == KeyCode.INSERT && event.isShiftDown());
    }
}
