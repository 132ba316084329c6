package kith.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.stage.Window;

import kith.base.Cell;
import kith.model.Chat;
import kith.model.Message;
import kith.model.SearchHit;
import kith.model.SearchQuery;
import kith.model.SearchTerm;
import kith.model.TextRange;
import kith.session.search.SearchPage;
import kith.session.search.SearchService;
import kith.session.search.SearchState;
import kith.ui.fx.FxThread;
import kith.ui.search.FindSources;
import kith.ui.search.FindViewModel;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Finding words and threads in the messages.
class ChatPaneFindTest extends ChatPaneFixture {

    @Test
    void findingMarksTheWordsAndGoesFromOneToTheNextUntilEscape() {
        say(60);
        openWithFind();
        FxThread.run(() -> pane().find());
        robot.write("message 5", 0);
        settle();
        assertThat(text(".find-count")).isEqualTo("1 of 11");
        assertThat(robot.lookup(".hit-words").queryAll()).isNotEmpty();
        robot.type(KeyCode.ENTER, KeyCode.F3);
        settle();
        assertThat(text(".find-count")).isEqualTo("3 of 11");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        settle();
        assertThat(text(".find-count")).isEqualTo("2 of 11");
        assertThat(done.getLast()).startsWith("around ");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".find-bar").queryAll()).isEmpty();
        assertThat(robot.lookup(".hit-words").<Path>queryAll())
                .allMatch(path -> path.getElements().isEmpty());
        assertThat(robot.lookup(".composer .text-area").query().isFocused()).isTrue();
    }

    @Test
    void theMenuShowsTheThreadOfAMessageUntilEscape() {
        say(6);
        talk.inThread(1, "t-1").inThread(3, "t-1").inThread(4, "t-2").inThread(5, "t-1");
        openWithFind();
        choose("message 3", "Show this thread");
        assertThat(text(".find-thread")).isEqualTo("Messages of this thread");
        assertThat(text(".find-count")).isEqualTo("2 of 3");
        assertThat(done.getLast()).isEqualTo("around 4");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(text(".find-count")).isEqualTo("3 of 3");
        assertThat(done.getLast()).isEqualTo("around 2");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup(".find-bar").queryAll()).isEmpty();
        assertThat(robot.lookup(".composer .text-area").query().isFocused()).isTrue();
    }

    @Test
    void aThreadAndFindingTakeEachOthersPlace() {
        say(6);
        talk.inThread(1, "t-1").inThread(3, "t-1").inThread(4, "t-2");
        openWithFind();
        FxThread.run(() -> pane().find());
        robot.write("message 5", 0);
        choose("message 3", "Show this thread");
        choose("message 4", "Show this thread");
        assertThat(robot.lookup(".find-bar").queryAll()).hasSize(1);
        assertThat(text(".find-count")).isEqualTo("1 of 1");
        assertThat(robot.lookup(".hit-words").<Path>queryAll())
                .allMatch(path -> path.getElements().isEmpty());
        FxThread.run(() -> pane().find());
        settle();
        assertThat(robot.lookup(".find-thread").queryAll()).isEmpty();
        assertThat(robot.lookup(".find-bar .search-field").query().isFocused()).isTrue();
    }

    @Test
    void aMessageOfNoThreadHasNoneToShow() {
        say(2);
        talk.inThread(0, "t-1");
        openWithFind();
        assertThat(menuOf("message 1")).contains("Copy").doesNotContain("Show this thread");
        assertThat(menuOf("message 0")).contains("Copy", "Show this thread");
    }

    private void choose(String message, String command) {
        menuOf(message);
        FxThread.run(
                () ->
                        menu().getItems().stream()
                                .filter(item -> command.equals(item.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        FxThread.run(() -> menu().hide());
        settle();
    }

    /// What is in the menu of a message, which opens.
    private List<String> menuOf(String message) {
        robot.rightClickOn(message);
        settle();
        return FxThread.call(() -> menu().getItems().stream().map(MenuItem::getText).toList());
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow();
    }

    private void openWithFind() {
        open(Chat.Kind.CONTACT);
        FxThread.run(() -> pane().onFind(this::find));
    }

    private FindViewModel find() {
        return new FindViewModel(
                new FindSources(
                        (query, skip, limit) -> found(query),
                        new Cell<>(lane, SearchState.READY),
                        message -> done.add("around " + message.row()),
                        ZoneOffset.UTC,
                        lane));
    }

    /// The newest first.
    private CompletionStage<SearchPage> found(SearchQuery query) {
        var terms = query.terms();
        var hits =
                talk.live().get().messages().reversed().stream()
                        .filter(
                                each ->
                                        query.thread().isPresent()
                                                ? each.thread().equals(query.thread())
                                                : each.words().orElse("").contains(" 5"))
                        .map(each -> new SearchHit(each, marks(each, terms)))
                        .toList();
        return CompletableFuture.completedStage(
                new SearchPage(hits, hits.size(), hits.size(), SearchState.READY));
    }

    private static List<TextRange> marks(Message message, List<SearchTerm> terms) {
        return SearchService.marks(message.words().orElse(""), terms);
    }
}
