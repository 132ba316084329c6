package kith.ui.shell;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.text.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Tells where something was forwarded to and where not, and offers to go there where it is one
/// chat. The user stays where they are: what they read there is why they forwarded it.
final class ForwardedNews {

    private static final Object FAILED = new Object();

    private final BiConsumer<ChatKey, Chat.Kind> open;
    private final Texts texts;

    ForwardedNews(BiConsumer<ChatKey, Chat.Kind> open, Texts texts) {
        this.open = open;
        this.texts = texts;
    }

    List<News> of(Forwarding forwarded) {
        var news = new ArrayList<News>();
        if (!forwarded.kept().isEmpty()) {
            news.add(kept(forwarded.kept()));
        }
        if (!forwarded.failed().isEmpty()) {
            news.add(new News(FAILED, failed(forwarded.failed()), true, true, Optional.empty()));
        }
        return news;
    }

    private News kept(List<Place> to) {
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

    private String failed(List<Place> to) {
        return to.size() > 1
                ? texts.count("shell.forwarded.failed.many", to.size())
                : texts.say("shell.forwarded.failed", to.getFirst().name().words());
    }
}
