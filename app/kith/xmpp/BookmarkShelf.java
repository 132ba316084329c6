package kith.xmpp;

import org.jxmpp.jid.BareJid;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/// A place with an account where bookmarks are kept. Core lane only.
public interface BookmarkShelf {

    /// Asks for all.
    CompletionStage<KeptBookmarks> all(XmppLink link);

    /// Changes the bookmark of one room, after asking what is kept of it now: of what isn't ours
    /// nothing is lost. What we couldn't read, or write as it was, we don't write: that fails as
    /// [kith.model.Refusal.Reason#NOT_SUPPORTED]. Nothing is sent where nothing changes.
    ///
    /// @param change is told what is kept, and says what is to be; empty is none
    /// @return what is kept now
    CompletionStage<Optional<Bookmark>> change(
            XmppLink link, BareJid room, UnaryOperator<Optional<Bookmark>> change);
}
