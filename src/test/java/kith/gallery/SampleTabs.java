package kith.gallery;

import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ChatWindow;
import kith.ui.chats.ChatOpening;
import kith.ui.tabs.ChatWindowsViewModel;
import kith.ui.tabs.ClosedTabViewModel;
import kith.ui.tabs.TabCommands;
import kith.ui.tabs.TabSources;
import kith.ui.tabs.TabStripViewModel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tabs of a sample world, which work as in the session.
final class SampleTabs {

    private final SampleWorld world;
    private final List<String> commands;
    private final List<ChatKey> closed = new ArrayList<>();

    /// @param commands where it is written down what the user does
    SampleTabs(SampleWorld world, List<String> commands) {
        this.world = world;
        this.commands = commands;
    }

    TabStripViewModel tabs() {
        return new TabStripViewModel(
                tabSources(),
                new TabCommands(
                        this::select,
                        this::close,
                        chat -> commands.add("close others than " + chat.peer()),
                        this::reopen,
                        this::move,
                        (chat, isPinned) ->
                                world.set(world.tabs, world.tabs.get().withPinned(chat, isPinned)),
                        this::openWindow),
                world.lane);
    }

    ClosedTabViewModel closedTab() {
        return new ClosedTabViewModel(this::reopen, world::after, world.lane);
    }

    ChatWindowsViewModel chatWindows() {
        return new ChatWindowsViewModel(
                tabSources(),
                new ChatWindowsViewModel.Commands(
                        chat -> world.set(world.tabs, world.tabs.get().withoutWindow(chat)),
                        this::backToTab,
                        (chat, bounds) ->
                                world.set(
                                        world.tabs,
                                        world.tabs
                                                .get()
                                                .changingWindow(
                                                        chat, it -> it.withBounds(bounds)))),
                world.lane);
    }

    private TabSources tabSources() {
        return new TabSources(world.tabs, world.chats, world.contacts, world.flags, world.channels);
    }

    void openWindow(ChatKey chat, Chat.Kind kind, Optional<String> bounds) {
        commands.add("open window " + kind + " " + chat.peer());
        world.set(world.tabs, world.tabs.get().withWindow(new ChatWindow(chat, bounds, 0)));
    }

    private void backToTab(ChatKey chat) {
        world.set(world.tabs, world.tabs.get().withoutWindow(chat).with(chat).selecting(chat));
    }

    ChatOpening opening() {
        return new ChatOpening(
                (chat, kind) -> open(chat, kind), (chat, kind) -> openInBackground(chat));
    }

    void open(ChatKey chat, Chat.Kind kind) {
        commands.add("open " + kind + " " + chat.peer());
        var tabs = world.tabs.get();
        world.set(
                world.tabs,
                tabs.window(chat).isPresent()
                        ? tabs.changingWindow(chat, ChatWindow::askedAgain)
                        : tabs.with(chat).selecting(chat));
    }

    void open(ChatKey chat) {
        open(chat, Chat.Kind.CONTACT);
    }

    void openInBackground(ChatKey chat) {
        var tabs = world.tabs.get();
        if (tabs.window(chat).isEmpty()) {
            var more = tabs.with(chat);
            world.set(world.tabs, tabs.selected().isPresent() ? more : more.selecting(chat));
        }
    }

    private void select(ChatKey chat) {
        if (world.tabs.get().order().contains(chat)) {
            world.set(world.tabs, world.tabs.get().selecting(chat));
        }
    }

    private void close(ChatKey chat) {
        closed.add(chat);
        world.set(world.tabs, world.tabs.get().without(chat));
    }

    private void reopen() {
        if (!closed.isEmpty()) {
            open(closed.removeLast());
        }
    }

    private void move(ChatKey chat, int index) {
        world.set(world.tabs, world.tabs.get().moved(chat, index));
    }
}
