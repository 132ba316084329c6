package kith.ui.composer;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.LocalFile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The files that were chosen for each chat and not sent yet: for as long as Kith runs, whatever
/// becomes of the chat's page. FX thread only.
public final class ChatFiles {

    private final Consumer<LocalFile> release;
    private final Map<ChatKey, ChosenFiles> chats = new HashMap<>();

    /// @param release says that nobody needs what Kith keeps
    public ChatFiles(Consumer<LocalFile> release) {
        this.release = release;
    }

    public ChosenFiles of(ChatKey chat) {
        return chats.computeIfAbsent(chat, _ -> new ChosenFiles(release));
    }

    /// Forgets the chats of all accounts but these.
    public void retain(Set<AccountId> accounts) {
        chats.entrySet().stream()
                .filter(each -> !accounts.contains(each.getKey().account()))
                .forEach(each -> each.getValue().end());
        chats.keySet().removeIf(chat -> !accounts.contains(chat.account()));
    }
}
