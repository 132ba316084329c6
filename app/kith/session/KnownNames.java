package kith.session;

import kith.base.Live;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.account.AccountStatus;
import kith.session.export.Names;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What the accounts and chats of the session are called. Any thread.
final class KnownNames implements Names {

    private final Live<List<AccountStatus>> accounts;
    private final Function<ChatKey, Live<Optional<Chat>>> chats;
    private final Map<AccountId, String> addresses = new ConcurrentHashMap<>();

    KnownNames(Live<List<AccountStatus>> accounts, Function<ChatKey, Live<Optional<Chat>>> chats) {
        this.accounts = accounts;
        this.chats = chats;
    }

    @Override
    public String address(AccountId account) {
        for (var each : accounts.get()) {
            addresses.put(each.account().id(), each.account().address().toString());
        }
        return addresses.getOrDefault(account, "");
    }

    @Override
    public String title(ChatKey chat) {
        return chats.apply(chat).get().map(Chat::title).orElse(chat.peer().toString());
    }
}
