package kith.ui.shell;

import kith.model.Chat;
import kith.ui.search.SearchActions;
import kith.ui.search.SearchContext;
import kith.ui.search.SearchRow;
import kith.ui.search.SearchView;
import kith.ui.tabs.SearchTab;
import kith.ui.tabs.TabStripViewModel;
import kith.ui.text.Texts;
import kith.ui.text.Times;
import kith.ui.timeline.TimelineView;
import kith.ui.widget.emoji.EmojiHabits;

import java.util.Optional;
import java.util.function.Consumer;

/// The page of the search, from when its tab is opened until that is closed.
final class SearchDesk {

    private final ViewModels viewModels;
    private final TabStripViewModel tabs;
    private final ChatArea area;
    private final ChatFrame frame;
    private final Consumer<SearchRow> open;
    private final Texts texts;
    private final Times times;
    private final EmojiHabits habits;
    private Optional<SearchView> page = Optional.empty();

    /// @param open takes the reader to a message in its chat
    SearchDesk(
            ViewModels viewModels,
            TabStripViewModel tabs,
            ChatArea area,
            ChatFrame frame,
            Consumer<SearchRow> open,
            Texts texts,
            Times times,
            EmojiHabits habits) {
        this.viewModels = viewModels;
        this.tabs = tabs;
        this.area = area;
        this.frame = frame;
        this.open = open;
        this.texts = texts;
        this.times = times;
        this.habits = habits;
        tabs.searchProperty().subscribe(this::follow);
    }

    private void follow(Optional<SearchTab> tab) {
        if (tab.isEmpty()) {
            page.ifPresent(SearchView::close);
            page = Optional.empty();
        } else if (page.isEmpty()) {
            page = Optional.of(make());
        }
        area.showSearch(page, tab.filter(SearchTab::isSelected).isPresent());
    }

    private SearchView make() {
        var model = viewModels.search();
        var actions =
                new SearchActions(
                        this::context,
                        row -> {
                            tabs.leaveSearch();
                            model.open(row);
                            open.accept(row);
                        },
                        tabs::closeSearch,
                        frame::back);
        model.words().queryProperty().subscribe(_ -> tabs.nameSearch(model.words().summary()));
        return new SearchView(model, actions, frame.narrowProperty(), texts, times);
    }

    /// The part of a chat that a row is from.
    private SearchContext context(SearchRow row) {
        var found = viewModels.around(row.hit().message().chat(), row.kind());
        boolean isRoom = row.kind() == Chat.Kind.ROOM;
        var view = new TimelineView(found.timeline(), texts, times, row::chat, isRoom);
        view.setEmojiHabits(habits);
        view.setNarrow(true); // it has as much room as in a narrow window
        view.onLeave(tabs::closeSearch);
        view.onForward(frame::forward);
        return new SearchContext(
                view,
                message -> {
                    found.around().accept(message);
                    view.show(message);
                },
                view::mark,
                () -> {
                    found.timeline().close();
                    found.done().run();
                });
    }

    /// Looks for words in the page that there is, or in a new one.
    void search(String words) {
        tabs.showSearch();
        page.filter(_ -> !words.isEmpty()).ifPresent(shown -> shown.search(words));
    }
}
