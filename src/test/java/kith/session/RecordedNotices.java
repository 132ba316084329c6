package kith.session;

import kith.session.notify.Notice;
import kith.session.notify.Notices;
import kith.session.notify.Subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A desktop that writes down what it is to show. Any thread.
public final class RecordedNotices implements Notices {

    private final List<Notice> all = new ArrayList<>();
    private final Map<Subject, Notice> standing = new LinkedHashMap<>();
    private boolean isClosed;

    @Override
    public synchronized void show(Notice notice) {
        all.add(notice);
        standing.put(notice.subject(), notice);
    }

    @Override
    public synchronized void withdraw(Subject subject) {
        standing.remove(subject);
    }

    @Override
    public synchronized CompletionStage<Void> close() {
        standing.clear();
        isClosed = true;
        return CompletableFuture.completedStage(null);
    }

    /// What is on the desktop now, the oldest first.
    public synchronized List<Notice> standing() {
        return List.copyOf(standing.values());
    }

    /// All that it was to show.
    public synchronized List<Notice> all() {
        return List.copyOf(all);
    }

    synchronized boolean isClosed() {
        return isClosed;
    }
}
