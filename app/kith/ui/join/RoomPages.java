package kith.ui.join;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.Refusal;
import kith.model.RoomPage;
import kith.ui.join.BrowseRoomsViewModel.Phase;

import org.jxmpp.jid.DomainBareJid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Brings a list of rooms page by page, of one service after the other. FX thread only.
final class RoomPages {

    /// So many rows fill the dialog, so that the last comes in sight by scrolling.
    private static final int FULL_PAGE = 30;

    private final RoomFinding finding;
    private final FoundRooms found;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Phase> phase =
            new ReadOnlyObjectWrapper<>(new Phase.Unasked());
    private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();

    /// Asks for the next page; empty where there is none.
    private Optional<Runnable> next = Optional.empty();

    /// Why the rooms of a service are missing whose turn is over.
    private Optional<Refusal> missing = Optional.empty();

    /// Which list is the last that was asked for: only its answers count.
    private int lists;

    /// @param found takes the rooms
    RoomPages(RoomFinding finding, FoundRooms found, Lane fx) {
        this.finding = finding;
        this.found = found;
        this.fx = fx;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whether there is a page after the last that is shown.
    ReadOnlyBooleanProperty hasMoreProperty() {
        return hasMore.getReadOnlyProperty();
    }

    /// What is asked for is not wanted any more, and it stands like that.
    void stop(Phase now) {
        lists++;
        next = Optional.empty();
        missing = Optional.empty();
        hasMore.set(false);
        phase.set(now);
    }

    /// Searches the directory.
    void search(AccountId by, String words) {
        page(after -> finding.search(by, words, after), Optional.empty(), Optional.empty());
    }

    /// Lists the rooms of a server, or of the account's own where none is named.
    void list(AccountId by, Optional<DomainBareJid> server) {
        int list = lists;
        phase.set(new Phase.Asking());
        finding.services(by, server)
                .thenAcceptAsync(
                        answer -> {
                            if (list == lists) {
                                listed(by, answer);
                            }
                        },
                        fx);
    }

    private void listed(AccountId by, Answer<List<DomainBareJid>> services) {
        switch (services) {
            case Answer.Refused<List<DomainBareJid>>(var refusal) ->
                    phase.set(new Phase.Refused(refusal));
            case Answer.Given<List<DomainBareJid>>(var all) -> {
                if (all.isEmpty()) {
                    phase.set(new Phase.NoService());
                } else {
                    service(by, all);
                }
            }
        }
    }

    /// The rooms of the services one after the other.
    private void service(AccountId by, List<DomainBareJid> services) {
        var rest = services.subList(1, services.size());
        page(
                after -> finding.rooms(by, services.getFirst(), after),
                Optional.empty(),
                rest.isEmpty() ? Optional.empty() : Optional.of(() -> service(by, rest)));
    }

    private void page(
            Function<Optional<String>, CompletionStage<Answer<RoomPage>>> ask,
            Optional<String> after,
            Optional<Runnable> then) {
        int list = lists;
        phase.set(new Phase.Asking());
        ask.apply(after)
                .thenAcceptAsync(
                        answer -> {
                            if (list == lists) {
                                answered(answer, ask, then);
                            }
                        },
                        fx);
    }

    private void answered(
            Answer<RoomPage> answer,
            Function<Optional<String>, CompletionStage<Answer<RoomPage>>> ask,
            Optional<Runnable> then) {
        switch (answer) {
            case Answer.Refused<RoomPage>(var refusal) -> {
                missing = Optional.of(refusal);
                goOn(then);
                more(); // nobody scrolls for the rooms of another service
            }
            case Answer.Given<RoomPage>(var page) -> {
                boolean isNews = found.add(page.rooms());
                Optional<Runnable> following =
                        page.next()
                                .filter(after -> isNews) // or it would go round for ever
                                .<Runnable>map(after -> () -> page(ask, Optional.of(after), then));
                goOn(following.or(() -> then));
                if (page.rooms().isEmpty()) {
                    more(); // nothing that could come in sight
                } else {
                    fill();
                }
            }
        }
    }

    /// An answer is there, and maybe more to ask for.
    private void goOn(Optional<Runnable> following) {
        next = following.filter(_ -> !found.isFull());
        hasMore.set(next.isPresent());
        phase.set(
                missing.filter(_ -> next.isEmpty())
                        .<Phase>map(Phase.Refused::new)
                        .orElseGet(Phase.Shown::new));
    }

    /// Asks for the page after the last, if there is one and none is asked for.
    void more() {
        var ask = next;
        next = Optional.empty();
        hasMore.set(false);
        ask.ifPresent(Runnable::run);
    }

    /// Where few of the rooms that are here fit, there is nothing to scroll: those that fit may be
    /// on the next page.
    void fill() {
        if (found.isNarrowed() && found.rows().size() < FULL_PAGE) {
            more();
        }
    }
}
