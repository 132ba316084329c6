package kith.ui.shell;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.ui.chats.ChatOpening;
import kith.ui.switcher.SwitcherCommands;

/// How lists open chats in tabs. A room that the user has a bookmark of and never entered is
/// entered by that.
record SessionOpening(SessionServices session) {

    ChatOpening ofLists() {
        return new ChatOpening(this::open, this::openInBackground);
    }

    SwitcherCommands ofSwitcher() {
        return new SwitcherCommands(this::open, this::openInBackground);
    }

    private void open(ChatKey chat, Chat.Kind kind) {
        enter(chat, kind);
        session.tabs().open(chat, kind);
    }

    private void openInBackground(ChatKey chat, Chat.Kind kind) {
        enter(chat, kind);
        session.tabs().openInBackground(chat, kind);
    }

    private void enter(ChatKey chat, Chat.Kind kind) {
        if (kind == Chat.Kind.ROOM) {
            session.roomServices().bookmarks().enterNew(chat);
        }
    }
}
