package kith.xmpp.xep;

import kith.base.PictureSize;
import kith.model.Content;
import kith.xmpp.Tree;
import kith.xmpp.XmppExtension;

import org.jivesoftware.smack.packet.StandardExtensionElement;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// XEP-0446 File metadata element, version 0.2: what a file is called, and how large it is.
///
/// Its sender says so, and may be wrong; a number that no file can have is as if it weren't there.
/// Not here: hashes, thumbnails, descriptions, dates and lengths.
final class Xep0446FileMetadata implements XmppExtension {

    private static final String NAME = "file";
    private static final String NAMESPACE = "urn:xmpp:file:metadata:0";

    private static final String TYPE = "media-type";
    private static final String PICTURE_TYPE = "image/";
    private static final String FILE_NAME = "name";
    private static final String SIZE = "size";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";

    /// In UTF-16 code units, as the file systems count that take the longest. What is longer is no
    /// name; cut, it could hide how it ends.
    private static final int LONGEST_NAME = 255;

    /// Fewer than a petabyte.
    private static final String BYTES = "[0-9]{1,15}";

    private static final String PIXELS = "[1-9][0-9]{0,8}";

    /// What is said of a file.
    ///
    /// @param name with nothing in it that could make it look like another
    /// @param size in bytes
    /// @param picture how large it is to be seen, where it isn't said to be something else than a
    ///   picture
    record Metadata(Optional<String> name, Optional<Long> size, Optional<PictureSize> picture) {

        static final Metadata NONE =
                new Metadata(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Set<String> features() {
        return Set.of(NAMESPACE);
    }

    /// What is known of a file. Of pictures that is what kind they are, too, if their name says so.
    static StandardExtensionElement of(Content.File file) {
        var element = StandardExtensionElement.builder(NAME, NAMESPACE);
        file.picture()
                .flatMap(_ -> pictureType(file.name()))
                .ifPresent(type -> element.addElement(TYPE, type));
        element.addElement(FILE_NAME, file.name());
        file.size().ifPresent(bytes -> element.addElement(SIZE, String.valueOf(bytes)));
        file.picture()
                .ifPresent(
                        it ->
                                element.addElement(WIDTH, String.valueOf(it.width()))
                                        .addElement(HEIGHT, String.valueOf(it.height())));
        return element.build();
    }

    private static Optional<String> pictureType(String name) {
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
                .filter(type -> type.startsWith(PICTURE_TYPE));
    }

    /// What an element says of the file in it.
    static Metadata in(StandardExtensionElement parent) {
        return Tree.child(parent, NAME, NAMESPACE)
                .map(file -> new Metadata(name(file), size(file), picture(file)))
                .orElse(Metadata.NONE);
    }

    private static Optional<String> name(StandardExtensionElement file) {
        return Tree.child(file, FILE_NAME)
                .map(Tree::text)
                .flatMap(FileAddress::name)
                .filter(name -> name.length() <= LONGEST_NAME);
    }

    private static Optional<Long> size(StandardExtensionElement file) {
        return text(file, SIZE).filter(it -> it.matches(BYTES)).map(Long::valueOf);
    }

    /// Films have a width and a height, too.
    private static Optional<PictureSize> picture(StandardExtensionElement file) {
        boolean isOther =
                text(file, TYPE)
                        .filter(it -> !it.toLowerCase(Locale.ROOT).startsWith(PICTURE_TYPE))
                        .isPresent();
        return isOther
                ? Optional.empty()
                : pixels(file, WIDTH)
                        .flatMap(
                                width ->
                                        pixels(file, HEIGHT)
                                                .map(height -> new PictureSize(width, height)))
                        .filter(it -> it.points() <= Integer.MAX_VALUE);
    }

    private static Optional<Integer> pixels(StandardExtensionElement file, String side) {
        return text(file, side).filter(it -> it.matches(PIXELS)).map(Integer::valueOf);
    }

    private static Optional<String> text(StandardExtensionElement file, String name) {
        return Tree.child(file, name).map(Tree::text).map(String::strip);
    }
}
