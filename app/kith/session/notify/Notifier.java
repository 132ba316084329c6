package kith.session.notify;

import kith.base.Lane;
import kith.base.Timer;
import kith.model.Alerts;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.ReceivedInvitation;
import kith.session.chat.Unread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tells the user what has come while they look elsewhere: messages of contacts, what speaks to
/// them in rooms and all that is said in those of which they want all, invitations. What is read,
/// here or on another device, taken back or muted is told no more.
///
/// There is one notice of each chat, the newest; where there would be too many, one of all. What is
/// no news any more, such as what a server has kept for long, raises none; neither does anything
/// while the user says to be busy.
///
/// Core lane only, but for [#begin], [#gone] and [#end].
public final class Notifier {

    /// What comes within it is told together, and what another device reads within it is not.
    static final Duration GATHERING = Duration.ofSeconds(2);

    /// What is older when it comes is no news.
    static final Duration FRESH = Duration.ofMinutes(10);

    /// How many notices stand beside each other.
    static final int MOST = 4;

    private final NoticeSources sources;
    private final Timer timer;
    private final InstantSource clock;
    private final Lane core;
    private Optional<Notices> notices = Optional.empty();

    /// By chat, of what the user was told, or is about to be.
    private final Map<Subject.OfChat, ToldMessages> told = new LinkedHashMap<>();

    /// The invitations that wait, whether the user was told of them or not.
    private final Map<ChatKey, ReceivedInvitation> invitations = new HashMap<>();

    /// Of what there is something that the user is still to be told.
    private final Set<Subject> gathered = new LinkedHashSet<>();

    /// What has a notice of its own.
    private final Set<Subject> alone = new HashSet<>();

    /// What the one of all tells of.
    private final Set<Subject> together = new LinkedHashSet<>();

    public Notifier(NoticeSources sources, Timer timer, InstantSource clock, Lane core) {
        this.sources = sources;
        this.timer = timer;
        this.clock = clock;
        this.core = core;
        sources.changed().forEach(live -> live.watch(core, _ -> look(List.of())));
        sources.invitations().watch(core, this::invited);
        sources.isOn().watch(core, _ -> less());
        sources.showsWords().watch(core, _ -> less());
    }

    /// Tells from now on; nobody is told anything before. Any thread.
    public void begin(Notices where) {
        core.execute(() -> notices = Optional.of(where));
    }

    /// A notice is not on the desktop any more: the user has put it away, or the desktop has. Any
    /// thread.
    public void gone(Subject subject) {
        core.execute(
                () -> {
                    alone.remove(subject);
                    if (subject instanceof Subject.OfSeveral) {
                        together.clear();
                    }
                });
    }

    /// Takes away what is shown, and tells nothing any more. Any thread.
    ///
    /// @return completes when all of it is gone
    public CompletionStage<Void> end() {
        var done = new CompletableFuture<Void>();
        core.execute(
                () -> {
                    var closing = notices;
                    notices = Optional.empty();
                    closing.map(Notices::close)
                            .orElseGet(() -> CompletableFuture.completedStage(null))
                            .whenComplete((_, _) -> done.complete(null));
                });
        return done;
    }

    /// A message has come by itself, which the user has not read.
    public void arrived(Unread unread) {
        var message = unread.message();
        var chat = message.chat();
        int count = sources.unread().applyAsInt(chat);
        if (count > 0 && isHeard() && isNews(message.at()) && isWanted(unread)) {
            var subject = new Subject.OfChat(chat, unread.kind());
            told.computeIfAbsent(subject, _ -> new ToldMessages())
                    .add(message.key(), unread.isMention(), count);
            gather(subject);
        }
    }

    private boolean isHeard() {
        return notices.isPresent() && sources.isOn().get() && !isBusy();
    }

    private boolean isBusy() {
        return sources.presence().get().availability() == Availability.BUSY;
    }

    private boolean isNews(Instant at) {
        return !at.isBefore(clock.instant().minus(FRESH));
    }

    private boolean isWanted(Unread unread) {
        return switch (sources.alerts().apply(unread.message().chat())) {
            case ALL -> true;
            case MENTIONS -> unread.kind() == Chat.Kind.CONTACT || unread.isMention();
            case NEVER -> false;
        };
    }

    private void invited(List<ReceivedInvitation> waiting) {
        var known = Set.copyOf(invitations.keySet());
        invitations.clear();
        waiting.forEach(it -> invitations.put(it.room(), it));
        waiting.stream()
                .filter(it -> !known.contains(it.room()))
                .filter(it -> isHeard() && isNews(it.invitation().at()))
                .forEach(it -> gather(new Subject.OfInvitation(it.room())));
        known.stream()
                .filter(room -> !invitations.containsKey(room))
                .forEach(room -> forget(new Subject.OfInvitation(room)));
    }

    private void gather(Subject subject) {
        boolean isFirst = gathered.isEmpty();
        gathered.add(subject);
        if (isFirst) {
            timer.after(GATHERING, this::tell);
        }
    }

    private void tell() {
        var due = List.copyOf(gathered);
        gathered.clear();
        if (!isHeard()) {
            due.stream().filter(it -> !isShown(it)).forEach(this::forget);
            return;
        }
        look(due);
        var still = due.stream().filter(this::isThere).toList();
        var all = new HashSet<>(alone);
        all.addAll(still);
        if (all.size() <= MOST) {
            still.forEach(this::showAlone);
        } else {
            showTogether(still);
        }
    }

    private boolean isShown(Subject subject) {
        return alone.contains(subject) || together.contains(subject);
    }

    /// Whether there is still something to tell of it.
    private boolean isThere(Subject subject) {
        return switch (subject) {
            case Subject.OfChat chat -> told.containsKey(chat);
            case Subject.OfInvitation(var room) -> invitations.containsKey(room);
            case Subject.OfSeveral _ -> false;
        };
    }

    private void showAlone(Subject subject) {
        notice(subject)
                .ifPresent(
                        notice -> {
                            alone.add(subject);
                            notTogether(subject);
                            notices.ifPresent(it -> it.show(notice));
                        });
    }

    private void showTogether(List<Subject> subjects) {
        for (var subject : subjects) {
            together.add(subject);
            if (alone.remove(subject)) {
                withdraw(subject);
            }
        }
        notices.ifPresent(it -> it.show(several()));
    }

    private Optional<Notice> notice(Subject subject) {
        boolean showsWords = sources.showsWords().get();
        return switch (subject) {
            case Subject.OfChat chat ->
                    Optional.ofNullable(told.get(chat)).flatMap(it -> notice(chat, it, showsWords));
            case Subject.OfInvitation(var room) ->
                    Optional.ofNullable(invitations.get(room))
                            .map(it -> new Notice.Invited(it, showsWords));
            case Subject.OfSeveral _ -> Optional.of(several());
        };
    }

    private Optional<Notice> notice(
            Subject.OfChat subject, ToldMessages messages, boolean showsWords) {
        var last = messages.last();
        return sources.message()
                .apply(last.message())
                .map(
                        newest ->
                                new Notice.Messages(
                                        subject,
                                        sources.title().apply(subject.chat()),
                                        newest,
                                        messages.count(),
                                        last.isMention(),
                                        showsWords));
    }

    private Notice several() {
        var chats =
                told.entrySet().stream()
                        .filter(each -> together.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        int messages = chats.stream().mapToInt(ToldMessages::count).sum();
        return new Notice.Several(messages, chats.size(), together.size() - chats.size());
    }

    /// Forgets what there is nothing to tell of any more.
    ///
    /// @param due what is about to be told: of that each message is looked at
    private void look(List<Subject> due) {
        for (var entry : List.copyOf(told.entrySet())) {
            var subject = entry.getKey();
            var messages = entry.getValue();
            int unread = sources.unread().applyAsInt(subject.chat());
            boolean isOver = unread == 0 || sources.alerts().apply(subject.chat()) == Alerts.NEVER;
            var last = messages.last();
            messages.forget(unread, due.contains(subject), this::isOver);
            if (isOver || messages.isEmpty()) {
                forget(subject);
            } else if (!messages.last().equals(last) && alone.contains(subject)) {
                showAlone(subject); // not with words that were taken back
            }
        }
    }

    private boolean isOver(MessageKey key) {
        return sources.message().apply(key).filter(this::isUnread).isEmpty();
    }

    private boolean isUnread(Message message) {
        return !message.isRetracted() && !sources.isRead().test(message);
    }

    private void forget(Subject subject) {
        if (subject instanceof Subject.OfChat chat) {
            told.remove(chat);
        }
        if (alone.remove(subject)) {
            withdraw(subject);
        }
        notTogether(subject);
    }

    /// What the one of all says of the others is not told anew.
    private void notTogether(Subject subject) {
        if (together.remove(subject) && together.isEmpty()) {
            withdraw(new Subject.OfSeveral());
        }
    }

    private void withdraw(Subject subject) {
        notices.ifPresent(it -> it.withdraw(subject));
    }

    /// The user wants less of it from now on: what is shown may be more than that.
    private void less() {
        if (!sources.isOn().get() || !sources.showsWords().get()) {
            List.copyOf(alone).forEach(this::forget);
            List.copyOf(together).forEach(this::forget);
        }
    }
}
