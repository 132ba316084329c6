package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.base.Live;
import kith.base.ManualTimer;
import kith.session.export.Export;
import kith.session.export.ExportState;
import kith.session.export.ExportState.Failed;
import kith.session.export.ExportState.Reason;
import kith.session.export.ExportState.Writing;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class ExportNewsTest {

    private static final Path FILE = Path.of("saved", "Layla.html");

    private final ImmediateLane lane = new ImmediateLane();
    private final ManualTimer timer = new ManualTimer();
    private final NewsViewModel news = new NewsViewModel(timer, lane);
    private final Cell<ExportState> state = new Cell<>(lane, new Writing(0));
    private final List<String> done = new ArrayList<>();
    private final Export export =
            new Export() {

                @Override
                public Live<ExportState> state() {
                    return state;
                }

                @Override
                public void cancel() {
                    done.add("cancel");
                }
            };

    ExportNewsTest() {
        follow();
    }

    private void follow() {
        new ExportNews(() -> news, file -> done.add("show " + file), Texts.of(Locale.ENGLISH))
                .follow(export, "Layla", lane);
    }

    @Test
    void whatIsSoonDoneIsToldOfOnce() {
        assertThat(told()).isEmpty();
        set(new Writing(0));
        assertThat(told()).isEmpty();
        set(new ExportState.Done(FILE));
        assertThat(told()).containsExactly("Exported Layla");
        news.take(export);
        assertThat(done).containsExactly("show " + FILE);
    }

    @Test
    void theProgressOfALongChatStaysAndCanBeCancelled() {
        set(new Writing(500));
        assertThat(told()).containsExactly("Exporting Layla: 500 messages so far");
        set(new Writing(1_000));
        timer.pass(Duration.ofMinutes(5));
        assertThat(told()).containsExactly("Exporting Layla: 1,000 messages so far");
        news.take(export);
        assertThat(done).containsExactly("cancel");
        set(new Writing(1_500));
        set(new ExportState.Cancelled());
        assertThat(told()).isEmpty();
    }

    @Test
    void whoPutsTheProgressAwayHearsOfTheEnd() {
        set(new Writing(500));
        news.dismiss(export);
        set(new Writing(1_000));
        assertThat(told()).isEmpty();
        set(new ExportState.Done(FILE));
        assertThat(told()).containsExactly("Exported Layla");
    }

    @Test
    void whatFailedStaysAndSaysWhy() {
        set(new Writing(500));
        set(new Failed(Reason.DISK_FULL, "No space left on device"));
        timer.pass(Duration.ofMinutes(5));
        assertThat(news.all())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.isBad()).isTrue();
                            assertThat(it.text())
                                    .isEqualTo("Layla was not exported: the disk is full");
                        });
    }

    @Test
    void aFailureOfOursAndAChatThatIsGoneAreToldToo() {
        set(new Failed(Reason.GONE, ""));
        assertThat(told())
                .containsExactly("Layla was not exported: the chat was removed meanwhile");
        set(new Writing(0));
        follow();
        set(new Failed(Reason.BUG, ""));
        assertThat(told()).containsExactly("Layla was not exported: something went wrong in Kith");
    }

    private void set(ExportState now) {
        lane.execute(() -> state.set(now));
    }

    private List<String> told() {
        return news.all().stream().map(News::text).toList();
    }
}
