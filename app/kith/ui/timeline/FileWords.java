package kith.ui.timeline;

import kith.model.ShownPicture;
import kith.ui.text.FileNames;
import kith.ui.text.Sizes;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineRow.Attached;

import java.net.URI;
import java.util.Optional;

/// What is said of a file that was sent.
final class FileWords {

    private final Texts texts;
    private final Sizes sizes;

    FileWords(Texts texts) {
        this.texts = texts;
        this.sizes = new Sizes(texts);
    }

    /// What a file is called, on one line.
    String name(Attached file) {
        return FileNames.brief(file.name());
    }

    /// How large it is; empty where nobody has said.
    String size(Attached file) {
        return file.size().map(sizes::of).orElse("");
    }

    /// Whose server it is on, as the network names it; empty where it isn't there.
    String host(Attached file) {
        return file.link().map(URI::getHost).orElse("");
    }

    /// Why a picture isn't shown, that should be; empty where there is no such thing.
    Optional<String> problem(Attached file) {
        return file.picture()
                .filter(it -> it.shown() instanceof ShownPicture.Missing)
                .map(it -> ((ShownPicture.Missing) it.shown()).reason())
                .map(
                        reason ->
                                switch (reason) {
                                    case GONE -> texts.say("timeline.picture.gone");
                                    case NOT_REACHED -> texts.say("timeline.picture.notReached");
                                    case UNSAFE -> texts.say("timeline.picture.unsafe");
                                    case NOT_DRAWABLE -> texts.say("timeline.picture.notDrawable");
                                });
    }

    /// Why a picture waits for the user's word.
    String withheld(ShownPicture.Why why) {
        return switch (why) {
            case STRANGER -> texts.say("timeline.picture.stranger");
            case OPEN_ROOM -> texts.say("timeline.picture.openRoom");
            case LARGE -> texts.say("timeline.picture.large");
            case CHOICE -> texts.say("timeline.picture.choice");
        };
    }

    /// What shows a picture that waits.
    String show(ShownPicture.Withheld withheld) {
        return withheld.size()
                .map(bytes -> texts.say("timeline.picture.show.sized", sizes.of(bytes)))
                .orElseGet(() -> texts.say("timeline.picture.show"));
    }

    Sizes sizes() {
        return sizes;
    }

    /// What a screen reader says for it.
    String spoken(Attached file) {
        var said =
                file.picture().isPresent()
                        ? texts.say("timeline.picture", name(file))
                        : file.size()
                                .map(
                                        bytes ->
                                                texts.say(
                                                        "timeline.file.sized",
                                                        name(file),
                                                        sizes.of(bytes)))
                                .orElseGet(() -> texts.say("timeline.file", name(file)));
        var host = host(file);
        var all = host.isEmpty() ? said : texts.say("timeline.names", said, host);
        return unseen(file).map(it -> texts.say("timeline.names", all, it)).orElse(all);
    }

    /// What stands in place of a picture that isn't there to be seen.
    private Optional<String> unseen(Attached file) {
        return file.picture()
                .map(TimelineRow.Picture::shown)
                .flatMap(
                        shown ->
                                switch (shown) {
                                    case ShownPicture.Withheld withheld ->
                                            Optional.of(withheld(withheld.why()));
                                    case ShownPicture.Missing _ -> problem(file);
                                    case ShownPicture.Waiting _ ->
                                            Optional.of(texts.say("timeline.picture.waiting"));
                                    case ShownPicture.Coming _, ShownPicture.There _ ->
                                            Optional.empty();
                                });
    }
}
