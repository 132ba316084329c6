package kith.ui.shell;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.text.Texts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Tells where something was forwarded to, and offers to go there where it is one chat. The user
/// stays where they are: what they read there is why they forwarded it.
final class ForwardedNews {

    private ForwardedNews() {}

    static News of(List<Place> to, BiConsumer<ChatKey, Chat.Kind> open, Texts texts) {
        if (to.size() > 1) {
            return News.of(
                    ForwardedNews.class,
                    texts.count("shell.forwarded.many", to.size()),
                    Optional.empty());
        }
        var place = to.getFirst();
        return News.of(
                ForwardedNews.class,
                texts.say("shell.forwarded", place.name().words()),
                Optional.of(
                        new News.Offer(
                                texts.say("shell.forwarded.open"),
                                () -> open.accept(place.key(), place.kind()))));
    }
}
