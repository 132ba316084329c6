package kith.xmpp;

import kith.model.AccountId;
import kith.model.LocalFile;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

/// One account's way to its server: keeps it open from [#open] to [#close], and sends.
///
/// Any thread; nothing here blocks. What comes of it comes to the [XmppListener].
public interface XmppLink {

    AccountId account();

    /// Connects and signs in, and again whenever the connection is lost, until closed. Opening an
    /// open link with other credentials starts anew with those.
    void open(SignIn signIn);

    /// Says goodbye to the server and stays away.
    void close();

    /// Tries at once instead of waiting for the next attempt; does nothing where none is due.
    void retryNow();

    /// The network may be another than before: tries at once where the next attempt is due later,
    /// and finds out whether a connection that is there still works.
    void lookAgain();

    /// What came in was not understood to its end, and is not in the store: ends the session
    /// without telling the server more of what we have, and begins another, in which it can be
    /// asked for.
    void giveUp();

    /// Whether the session says of each message that the server has it (XEP-0198).
    boolean isAcknowledging();

    /// Tells the server whether somebody is looking, if it wants to know (XEP-0352). It takes each
    /// session, also one that goes on, for looked at until told otherwise.
    void setActive(boolean isActive);

    /// Sends a stanza, or drops it where there is no session: who needs to know asks the listener's
    /// state first and waits for [XmppEvent.MessageAcknowledged].
    ///
    /// @return whether it was handed to the session
    boolean send(Stanza stanza);

    /// Sends a request and waits for its answer.
    ///
    /// @return completes on the core lane with the result; fails there with [RefusedException]
    CompletionStage<IQ> ask(IQ request);

    /// Begins to bring a file to where an upload service wants it (XEP-0363 §6), by the way that
    /// the account's other connections go, and as it was when it was looked at: else it fails.
    ///
    /// @param progress is told now and then how many bytes have gone, on any thread
    Transfer put(UploadSlot slot, LocalFile file, LongConsumer progress);

    /// Begins to fetch what lies at a place of the web, by the way that the account's other
    /// connections go, as long as it is signed in. Whoever named the place doesn't get us to ask
    /// anything of private networks, nor learns more of us than that it was fetched.
    ///
    /// @param place by HTTPS
    /// @param most bytes; what is larger is not fetched
    Download get(URI place, long most);
}
