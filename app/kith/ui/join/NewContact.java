package kith.ui.join;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Refusal;

import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What the dialog for a new chat does.
///
/// @param isContact whether someone is in the roster already
/// @param open opens the chat in a tab
public record NewContact(Predicate<ChatKey> isContact, Add add, Consumer<ChatKey> open) {

    /// Puts someone into the roster, and asks to see their presence.
    @FunctionalInterface
    public interface Add {

        /// Adds them.
        ///
        /// @param name the user's own name for them; may be empty
        /// @return completes with why they are not in the roster, if so
        CompletionStage<Optional<Refusal>> add(
                AccountId account, BareJid address, String name, List<String> groups);
    }
}
