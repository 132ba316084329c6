package kith.session.archive;

import kith.model.AccountId;
import kith.model.ArchivePage;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.session.chat.Inbox;
import kith.store.MessageStore.Direction;
import kith.xmpp.ArchiveQuery;
import kith.xmpp.ArchiveQuery.Paging;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;
import kith.xmpp.RefusedException;
import kith.xmpp.XmppLink;
import kith.xmpp.xep.Xep0313Archive;

import org.jxmpp.jid.BareJid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads pages of one archive in one session, one at a time.
///
/// What is on a page comes piece by piece and is held here until its end comes; then whoever asked
/// takes it. Core lane only.
final class PageReader {

    /// On a slow line a page of this size still comes in time.
    private static final int LEAST = 10;

    private final AccountId account;
    private final BareJid archive;
    private final XmppLink link;
    private final Xep0313Archive xep;
    private final Inbox inbox;
    private final List<IncomingMessage> messages = new ArrayList<>();
    private final List<MessageMark> marks = new ArrayList<>();
    private int size = ArchiveQuery.MAX;
    private boolean isAsking;
    private boolean isStopped;

    PageReader(AccountId account, BareJid archive, XmppLink link, Xep0313Archive xep, Inbox inbox) {
        this.account = account;
        this.archive = archive;
        this.link = link;
        this.xep = xep;
        this.inbox = inbox;
    }

    /// Whether a page is asked for and not here.
    boolean isAsking() {
        return isAsking;
    }

    /// What is still asked for tells nobody any more.
    void stop() {
        isStopped = true;
    }

    /// Asks for a page, and again for a smaller one where it didn't come in time: on a slow line
    /// that may take a few times as long as one answer may.
    ///
    /// @param end takes its end
    /// @param refused takes the reason why there is none
    void ask(Paging paging, Consumer<ArchivePage> end, Consumer<Throwable> refused) {
        messages.clear();
        marks.clear();
        isAsking = true;
        xep.page(link, new ArchiveQuery(archive, Optional.empty(), paging, size))
                .whenComplete(
                        (page, failure) -> {
                            isAsking = false;
                            if (isStopped) {
                                return;
                            }
                            if (failure == null) {
                                end.accept(page);
                            } else if (isLate(failure) && size > LEAST) {
                                size = Math.max(LEAST, size / 4);
                                ask(paging, end, refused);
                            } else {
                                refused.accept(failure);
                            }
                        });
    }

    /// A message of the page that was asked for.
    void add(IncomingMessage message) {
        messages.add(message);
    }

    /// What that page says of how far messages have come.
    void add(MessageMark mark) {
        marks.add(mark);
    }

    /// Gives the page that is here to the inbox.
    ///
    /// @return its messages
    List<IncomingMessage> take(Direction direction) {
        var taken = List.copyOf(messages);
        var said = List.copyOf(marks);
        messages.clear();
        marks.clear();
        inbox.page(account, archive, taken, said, direction);
        return taken;
    }

    private static boolean isLate(Throwable failure) {
        return RefusedException.in(failure)
                .map(Refusal::reason)
                .equals(Optional.of(Reason.TIMED_OUT));
    }
}
