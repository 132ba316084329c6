package kith.ui.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.base.Timer;
import kith.ui.fx.ListPatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is told in a corner of the window, each for a while: longer where there is something to do
/// about it, and as long as the user is at it.
///
/// FX thread only.
public final class NewsViewModel implements AutoCloseable {

    private static final Duration READ = Duration.ofSeconds(6);
    private static final Duration OFFERED = Duration.ofSeconds(12);
    private static final int MOST = 3;
    private static final ListPatch<News> PATCH = new ListPatch<>(News::topic);

    /// The others stay in their order, the oldest first.
    private static final Comparator<News> LEAST_FIRST = Comparator.comparing(News::isLasting);

    private final Timer timer;
    private final Lane fx;
    private final ObservableList<News> all = FXCollections.observableArrayList();
    private final ObservableList<News> shown = FXCollections.unmodifiableObservableList(all);
    private final Map<Object, Subscription> alarms = new HashMap<>();
    private final Set<Object> held = new HashSet<>();

    public NewsViewModel(Timer timer, Lane fx) {
        this.timer = timer;
        this.fx = fx;
    }

    /// What is told now, the oldest first. Read-only; topics are unique.
    public ObservableList<News> all() {
        return shown;
    }

    /// Tells something. What is too old for the room that there is goes, first what would go by
    /// itself; what is still going on stays in any case.
    public void tell(News news) {
        var next = new ArrayList<>(all);
        int known = next.stream().map(News::topic).toList().indexOf(news.topic());
        if (known >= 0) {
            next.set(known, news);
        } else {
            next.add(news);
        }
        var least = next.stream().filter(each -> !each.equals(news)).sorted(LEAST_FIRST);
        least.filter(each -> !isGoingOn(each))
                .limit(Math.max(0, next.size() - MOST))
                .toList()
                .forEach(
                        each -> {
                            forget(each.topic());
                            next.remove(each);
                        });
        PATCH.apply(all, next);
        wait(news);
    }

    /// Does what is offered, and puts it away.
    public void take(Object topic) {
        var offer = find(topic).flatMap(News::offer);
        dismiss(topic);
        offer.ifPresent(it -> it.act().run());
    }

    /// Puts it away.
    public void dismiss(Object topic) {
        forget(topic);
        all.removeIf(each -> each.topic().equals(topic));
    }

    /// It stays while the user is at it, and its whole time after that; what is newer on its topic,
    /// too.
    public void hold(Object topic, boolean isHeld) {
        if (isHeld) {
            held.add(topic);
            stop(topic);
        } else if (held.remove(topic)) {
            find(topic).ifPresent(this::wait);
        }
    }

    @Override
    public void close() {
        List.copyOf(alarms.keySet()).forEach(this::stop);
    }

    private Optional<News> find(Object topic) {
        return all.stream().filter(each -> each.topic().equals(topic)).findFirst();
    }

    private void stop(Object topic) {
        Optional.ofNullable(alarms.remove(topic)).ifPresent(Subscription::close);
    }

    private void forget(Object topic) {
        stop(topic);
        held.remove(topic);
    }

    private static boolean isGoingOn(News news) {
        return news.isLasting() && !news.isBad();
    }

    private void wait(News news) {
        stop(news.topic());
        if (!news.isLasting() && !held.contains(news.topic())) {
            var time = news.offer().isPresent() ? OFFERED : READ;
            alarms.put(
                    news.topic(), timer.after(time, () -> fx.execute(() -> dismiss(news.topic()))));
        }
    }
}
