package kith.ui.timeline;

import kith.ui.text.FileNames;
import kith.ui.text.Sizes;
import kith.ui.text.Texts;
import kith.ui.timeline.TimelineRow.Attached;

import java.net.URI;

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

    Sizes sizes() {
        return sizes;
    }

    /// What a screen reader says for it.
    String spoken(Attached file) {
        var said =
                file.size()
                        .map(bytes -> texts.say("timeline.file.sized", name(file), sizes.of(bytes)))
                        .orElseGet(() -> texts.say("timeline.file", name(file)));
        var host = host(file);
        return host.isEmpty() ? said : texts.say("timeline.names", said, host);
    }
}
