package kith.ui.pending;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Account;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Content;
import kith.model.DeclinedInvitation;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;
import kith.ui.fx.ListPatch;
import kith.ui.text.OneLine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What waits: invitations for the user's answer, then what they wrote and nobody has, account by
/// account.
///
/// FX thread only.
public final class PendingViewModel implements AutoCloseable {

    private final Live<List<ReceivedInvitation>> invitations;
    private final Live<List<DeclinedInvitation>> declined;
    private final Live<List<Message>> pending;
    private final Live<List<Chat>> chats;
    private final Live<List<Account>> accounts;
    private final PendingCommands commands;
    private final ListPatch<PendingRow> patch = new ListPatch<>(PendingRow::key);
    private final ObservableList<PendingRow> rows = FXCollections.observableArrayList();
    private final ObservableList<PendingRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyBooleanWrapper someFailed = new ReadOnlyBooleanWrapper();
    private final Set<ChatKey> unsent = new HashSet<>();
    private final Set<ChatKey> asking = new HashSet<>();
    private boolean isClosed;
    private final Lane fx;
    private final Subscription subscription;

    /// @param invitations that wait, oldest first
    /// @param declined who has said no to one of ours
    /// @param pending in the order in which they are shown
    /// @param chats whose titles the rows have
    public PendingViewModel(
            Live<List<ReceivedInvitation>> invitations,
            Live<List<DeclinedInvitation>> declined,
            Live<List<Message>> pending,
            Live<List<Chat>> chats,
            Live<List<Account>> accounts,
            PendingCommands commands,
            Lane fx) {
        this.invitations = invitations;
        this.declined = declined;
        this.pending = pending;
        this.chats = chats;
        this.accounts = accounts;
        this.commands = commands;
        this.fx = fx;
        this.subscription =
                Subscription.all(
                        invitations.watch(fx, newest -> show()),
                        declined.watch(fx, newest -> show()),
                        pending.watch(fx, newest -> show()),
                        chats.watch(fx, newest -> show()),
                        accounts.watch(fx, newest -> show()));
        show(); // so that the first frame has it all
    }

    /// Whether there is nothing.
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Whether several failed, so that it is worth while to send all of them again at once.
    ReadOnlyBooleanProperty someFailedProperty() {
        return someFailed.getReadOnlyProperty();
    }

    /// The rows. Read-only.
    ObservableList<PendingRow> rows() {
        return shown;
    }

    void open(PendingRow.Written row) {
        commands.open().accept(row.chat(), row.kind());
    }

    /// Enters the room, and shows it; one that isn't known to be harmless only after a question.
    ///
    /// @param enters runs before it does, as long as this is shown
    /// @param ask has the user say whether they want that, and as whom
    void accept(PendingRow.Invited row, Runnable enters, Consumer<ReceivedInvitation> ask) {
        var received = row.received();
        if (!asking.add(received.room())) {
            return;
        }
        show();
        commands.nick()
                .apply(received)
                .thenAcceptAsync(
                        nick -> {
                            asking.remove(received.room());
                            nick.ifPresentOrElse(
                                    it -> enter(received, it, enters), () -> ask.accept(received));
                            show();
                        },
                        fx);
    }

    private void enter(ReceivedInvitation received, String nick, Runnable enters) {
        if (!isClosed) {
            enters.run();
        }
        commands.accept().accept(received, nick);
    }

    /// Says no. What can't be told now says so and stays.
    void decline(PendingRow.Invited row) {
        var room = row.received().room();
        unsent.remove(room);
        commands.decline()
                .apply(room)
                .thenAcceptAsync(
                        refusal -> {
                            refusal.ifPresent(offline -> unsent.add(room));
                            show();
                        },
                        fx);
    }

    void dismiss(PendingRow.Declined row) {
        commands.dismiss().accept(row.declined());
    }

    /// Whether there are messages, so that it is not about invitations alone.
    boolean hasMessages() {
        return rows.stream().anyMatch(PendingRow.Written.class::isInstance);
    }

    /// Sends it again, if it failed.
    void retry(PendingRow.Written row) {
        if (row.refusal().isPresent()) {
            commands.retry().accept(row.key());
        }
    }

    /// Sends again all that failed.
    void retryAll() {
        for (var row : List.copyOf(rows)) {
            if (row instanceof PendingRow.Written written) {
                retry(written);
            }
        }
    }

    void discard(PendingRow.Written row) {
        if (row.isRevocable()) {
            commands.discard().accept(row.key());
        }
    }

    @Override
    public void close() {
        isClosed = true;
        subscription.close();
    }

    private void show() {
        if (isClosed) {
            return; // nobody looks
        }
        var messages = pending.get();
        someFailed.set(messages.stream().filter(PendingViewModel::hasFailed).count() > 1);
        var next = new ArrayList<PendingRow>();
        invitations
                .get()
                .forEach(
                        it ->
                                next.add(
                                        new PendingRow.Invited(
                                                it,
                                                unsent.contains(it.room()),
                                                asking.contains(it.room()))));
        declined.get().forEach(it -> next.add(new PendingRow.Declined(it)));
        if (!messages.isEmpty()) {
            next.addAll(rows(messages));
        }
        patch.apply(rows, next);
    }

    private List<PendingRow> rows(List<Message> messages) {
        var known = chats.get().stream().collect(Collectors.toMap(Chat::key, Function.identity()));
        var byAccount =
                messages.stream().collect(Collectors.groupingBy(each -> each.chat().account()));
        var made = new ArrayList<PendingRow>();
        for (var account : accounts.get()) {
            var written = byAccount.getOrDefault(account.id(), List.of());
            if (!written.isEmpty() && accounts.get().size() > 1) {
                made.add(new PendingRow.Head(account.address().toString()));
            }
            written.forEach(message -> made.add(row(message, known)));
        }
        return made;
    }

    private static PendingRow row(Message message, Map<ChatKey, Chat> chats) {
        var chat = Optional.ofNullable(chats.get(message.chat()));
        return new PendingRow.Written(
                message.key(),
                message.chat(),
                chat.map(Chat::kind).orElse(Chat.Kind.CONTACT),
                chat.map(Chat::title).orElse(message.chat().peer().toString()),
                words(message),
                message.content() instanceof Content.Reaction,
                message.content() instanceof Content.Retraction,
                message.at(),
                refusal(message),
                !(message.delivery() instanceof Delivery.Sending));
    }

    private static String words(Message message) {
        return message.content() instanceof Content.Reaction(_, var emoji)
                ? String.join(" ", emoji)
                : message.words().map(OneLine::of).orElse("");
    }

    private static boolean hasFailed(Message message) {
        return message.delivery() instanceof Delivery.Failed;
    }

    private static Optional<Refusal> refusal(Message message) {
        return message.delivery() instanceof Delivery.Failed(var refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
