package kith.xmpp;

import kith.model.AccountId;

import java.util.List;

/// Keeps what comes in until the store has it, so that what the server was told we have (XEP-0198
/// §4) survives the end of the process.
public interface InboundJournal {

    /// Keeps a stanza. When this returns, it survives the end of the process. Reader threads;
    /// blocks for as long as writing takes.
    ///
    /// @return its number, for [#done]
    /// @throws JournalException where it can't be kept; then nothing of it is
    long keep(AccountId account, String xml);

    /// What these stanzas say is part of the present batch of the store: they are forgotten once it
    /// is committed. Core lane only.
    void done(List<Long> kept);
}
