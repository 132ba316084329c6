package kith.cli;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.session.Session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What accounts and chats are called. Any thread.
interface Names {

    /// The account's address; of one that has been removed, the one it last had.
    String address(AccountId account);

    /// What the chat list calls the chat.
    String title(ChatKey chat);

    /// As they are called in a session.
    static Names of(Session session) {
        Map<AccountId, String> addresses = new ConcurrentHashMap<>();
        return new Names() {
            @Override
            public String address(AccountId account) {
                for (var each : session.accounts().accounts().get()) {
                    addresses.put(each.account().id(), each.account().address().toString());
                }
                return addresses.getOrDefault(account, "");
            }

            @Override
            public String title(ChatKey chat) {
                var known = session.chatList().chat(chat).get();
                return known.map(Chat::title).orElse(chat.peer().toString());
            }
        };
    }
}
