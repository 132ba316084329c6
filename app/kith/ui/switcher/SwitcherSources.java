package kith.ui.switcher;

import kith.base.Live;
import kith.model.Account;
import kith.model.Chat;
import kith.model.Contact;
import kith.model.OpenTabs;
import kith.model.Room;

import java.util.List;

/// Where the switcher looks.
///
/// @param chats newest first
public record SwitcherSources(
        Live<List<Chat>> chats,
        Live<List<Contact>> contacts,
        Live<List<Room>> rooms,
        Live<OpenTabs> tabs,
        Live<List<Account>> accounts) {}
