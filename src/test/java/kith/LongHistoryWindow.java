package kith;

import static org.awaitility.Awaitility.await;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import kith.RunningKith.MemorySecrets;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.search.QueryText;
import kith.session.search.SearchOrder;
import kith.session.search.SearchState;
import kith.ui.fx.FxThread;
import kith.ui.fx.Wheel;
import kith.ui.timeline.TimelineView;
import kith.xmpp.link.Names;
import kith.xmpp.link.SrvRecord;
import kith.xmpp.link.TrustedCertificates;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A window on a [LongHistory], offline: opens its chats, scrolls, searches, and prints how long
/// each took; waits for a line where its memory is to be looked at.
final class LongHistoryWindow {

    private static final int TABS = 20;
    private static final int SCROLLED = 10_000;
    private static final int ROUNDS = 21;

    /// How long a screen shows a frame, in seconds.
    private static final double FRAME = 0.0167;

    /// Of one turn of a wheel that is spun, in pixels.
    private static final int TURN = 400;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern NUMBER = Pattern.compile("#(\\d+) ");

    private final LongHistory history;
    private final RunningKith kith;
    private final Stage stage;
    private final Measurement measurement = new Measurement();

    private LongHistoryWindow(LongHistory history, RunningKith kith, Stage stage) {
        this.history = history;
        this.kith = kith;
        this.stage = stage;
    }

    /// Uses what [LongHistory] has made.
    ///
    /// @param arguments the folder, how many messages it has, and a third where it is only to be
    ///   scrolled, for how long the toolkit works at a frame
    public static void main(String[] arguments) {
        var history = new LongHistory(Integer.parseInt(arguments[1]));
        var folder = Path.of(arguments[0]);
        boolean isForWork = arguments.length > 2;
        if (isForWork) {
            reportWork(folder, history);
        } else {
            makeIndex(folder, history);
            use(folder, history);
        }
        System.exit(0); // the toolkit would stay
    }

    private static void reportWork(Path folder, LongHistory history) {
        try (var work = FrameWork.open();
                var kith = open(folder)) {
            var window = new LongHistoryWindow(history, kith, kith.show());
            window.untilShown(history.longest(), () -> window.open(history.longest()));
            var first = Instant.now();
            var _ = window.scroll(SCROLLED);
            var more = Instant.now();
            var _ = window.scroll(2 * SCROLLED);
            FxThread.run(window.stage::hide);
            work.end();
            report("scrolling up 10,000, right after the start", work.lengths(first, more));
            report("scrolling up 10,000 more", work.lengths(more, Instant.now()));
        }
    }

    private static void report(String what, List<Long> frames) {
        System.out.println("work at them: " + Frames.words(frames));
        Measurement.report(what + ": frame, median", "s", FRAME, Frames.at(frames, 0.5) / 1e3);
        Measurement.report(what + ": frame, p99", "s", FRAME, Frames.at(frames, 0.99) / 1e3);
    }

    private static void use(Path folder, LongHistory history) {
        try (var kith = open(folder)) {
            var window = new LongHistoryWindow(history, kith, kith.show());
            window.open();
            window.switchTabs();
            window.reportScrolling();
            window.search();
            FxThread.run(window.stage::hide);
        }
    }

    private static void makeIndex(Path folder, LongHistory history) {
        try (var kith = open(folder)) {
            long begin = System.nanoTime();
            ask(kith, LongHistory.RARE);
            awaitIndex(kith);
            double perMessage = (System.nanoTime() - begin) / 1e9 / history.messages();
            Measurement.report(
                    "20,000 messages are made ready to be searched", "s", 1, perMessage * 20_000);
        }
    }

    private static RunningKith open(Path folder) {
        return RunningKith.open(
                folder, TrustedCertificates.ofSystem(), new Nowhere(), new MemorySecrets());
    }

    private void open() {
        var times = new ArrayList<Duration>();
        for (int tab = 0; tab < TABS - 1; tab++) {
            var chat = history.other(tab);
            times.add(untilShown(chat, () -> open(chat)));
        }
        Measurement.report("a chat of 2,000 is opened", "s", 0.1, median(times));
        var longest = history.longest();
        Measurement.report(
                "a chat of a fifth of all is opened",
                "s",
                0.1,
                seconds(untilShown(longest, () -> open(longest))));
    }

    private void open(ChatKey chat) {
        kith.session().tabs().open(chat, Chat.Kind.CONTACT);
    }

    private void switchTabs() {
        var times = new ArrayList<Duration>();
        for (int round = 0; round < 3; round++) {
            for (int tab = 0; tab < TABS - 1; tab++) {
                var chat = history.other(tab);
                times.add(untilShown(chat, () -> kith.session().tabs().select(chat)));
            }
        }
        Measurement.report("another of 20 tabs is selected", "s", 0.05, median(times));
        Measurement.report("another of 20 tabs is selected, at most", "s", 0.05, longest(times));
    }

    private void reportScrolling() {
        untilShown(history.longest(), () -> kith.session().tabs().select(history.longest()));
        measurement.awaitLook("before scrolling");
        long held = heldBytes();
        var drawn = scroll(SCROLLED);
        Measurement.report(
                "scrolling up 10,000: from frame to frame, median",
                "s",
                2 * FRAME,
                Frames.at(drawn, 0.5) / 1e3);
        Measurement.report(
                "scrolling up 10,000: from frame to frame, p99",
                "s",
                2 * FRAME,
                Frames.at(drawn, 0.99) / 1e3);
        Measurement.report(
                "scrolling up 10,000: memory held more than before",
                "MB",
                64,
                (heldBytes() - held) / 1e6);
        measurement.awaitLook("after scrolling");
    }

    /// Scrolls up in the longest chat, from where it is.
    ///
    /// @param above until so many messages are below
    /// @return how long the frames took meanwhile, in nanoseconds, the shortest first
    private List<Long> scroll(int above) {
        var timeline = FxThread.call(() -> timeline(stage.getScene()));
        int goal = history.lengthOfLongest() - Math.min(above, history.lengthOfLongest() / 2);
        var reached = new CompletableFuture<Integer>();
        var spinning = FxThread.call(() -> new Spinning(timeline, goal, reached));
        var frames = Frames.begin();
        FxThread.run(spinning::start);
        int first = reached.orTimeout(PATIENCE.toMinutes(), TimeUnit.MINUTES).join();
        FxThread.run(spinning::stop);
        var drawn = frames.lengths();
        System.out.printf(
                "scrolled up to message %d of %d: %s%n",
                first, history.lengthOfLongest(), Frames.words(drawn));
        return drawn;
    }

    private void search() {
        awaitIndex(kith);
        Measurement.report("a rare word is found", "s", 0.05, median(asked(LongHistory.RARE)));
        Measurement.report("a common word is found", "s", 0.05, median(asked(LongHistory.COMMON)));
        Measurement.report("the beginning of words is found", "s", 0.05, median(asked("w1*")));
        measurement.awaitLook("after searching");
    }

    private static void awaitIndex(RunningKith kith) {
        await("a whole index")
                .atMost(PATIENCE)
                .until(() -> kith.session().search().state().get() instanceof SearchState.Ready);
    }

    private List<Duration> asked(String text) {
        var times = new ArrayList<Duration>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(time(() -> ask(kith, text)));
        }
        return times;
    }

    private static void ask(RunningKith kith, String text) {
        var query = QueryText.read(text, ZoneOffset.UTC);
        var page =
                kith.session()
                        .search()
                        .search(query, SearchOrder.NEWEST_FIRST, 0, 50)
                        .toCompletableFuture()
                        .join();
        if (page.state() instanceof SearchState.Ready && page.hits().isEmpty()) {
            throw new IllegalStateException("nothing is found for " + text);
        }
    }

    /// How long it takes until the end of a chat is laid out, ready to be drawn.
    private Duration untilShown(ChatKey chat, Runnable act) {
        var shown = new CompletableFuture<Long>();
        var scene = FxThread.call(stage::getScene);
        Runnable look =
                () -> {
                    if (!shown.isDone() && has(scene, LongHistory.last(chat))) {
                        shown.complete(System.nanoTime());
                    }
                };
        FxThread.run(() -> scene.addPostLayoutPulseListener(look));
        long begin = System.nanoTime();
        act.run();
        long end = shown.orTimeout(PATIENCE.toMinutes(), TimeUnit.MINUTES).join();
        FxThread.run(() -> scene.removePostLayoutPulseListener(look));
        return Duration.ofNanos(end - begin);
    }

    private static boolean has(Scene scene, String words) {
        return Shown.find(timeline(scene), node -> Shown.text(node).contains(words)).isPresent();
    }

    private static Node timeline(Scene scene) {
        return Shown.find(scene, TimelineView.class::isInstance).orElse(scene.getRoot());
    }

    /// What is alive on the heap.
    private static long heldBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Duration time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static double median(List<Duration> times) {
        return seconds(times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow());
    }

    private static double longest(List<Duration> times) {
        return seconds(times.stream().max(Duration::compareTo).orElseThrow());
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /// Turns a wheel over a timeline once a frame, until a message is in sight.
    private static final class Spinning extends AnimationTimer {

        /// Looking takes a while, and holds up what is measured.
        private static final int SOMETIMES = 60;

        private final Node timeline;
        private final int goal;
        private final CompletableFuture<Integer> reached;
        private int turns;

        Spinning(Node timeline, int goal, CompletableFuture<Integer> reached) {
            this.timeline = timeline;
            this.goal = goal;
            this.reached = reached;
        }

        @Override
        public void handle(long now) {
            if (turns++ % SOMETIMES == 0) {
                int first = first();
                if (first <= goal) {
                    reached.complete(first);
                }
            }
            turn();
        }

        private int first() {
            var lowest = new int[] {Integer.MAX_VALUE};
            var _ =
                    Shown.find(
                            timeline,
                            node -> {
                                var found = NUMBER.matcher(Shown.text(node));
                                if (found.find()) {
                                    lowest[0] =
                                            Math.min(lowest[0], Integer.parseInt(found.group(1)));
                                }
                                return false;
                            });
            return lowest[0];
        }

        private void turn() {
            Wheel.turn(timeline.lookup(".virtual-flow"), TURN);
        }
    }

    /// No name is known to anybody.
    private static final class Nowhere implements Names {

        @Override
        public List<SrvRecord> services(String service, String domain) {
            return List.of();
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}
