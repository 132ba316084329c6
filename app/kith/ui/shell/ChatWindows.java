package kith.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;

import kith.model.ChatKey;
import kith.model.MessageKey;
import kith.ui.tabs.ChatWindowsViewModel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The windows that chats have of their own. They are on the screen while the main window is.
///
/// FX thread only.
final class ChatWindows {

    private final ChatWindowsViewModel model;
    private final Function<ChatWindowsViewModel.Row, ChatStage> maker;
    private final Consumer<Stage> opened;
    private final Stage main;
    private final Map<ChatKey, ChatStage> windows = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<ChatKey>> focused =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param opened is told of each window before it is shown
    ChatWindows(
            ChatWindowsViewModel model,
            Stage main,
            Function<ChatWindowsViewModel.Row, ChatStage> maker,
            Consumer<Stage> opened) {
        this.model = model;
        this.main = main;
        this.maker = maker;
        this.opened = opened;
        model.windows()
                .addListener((ListChangeListener<ChatWindowsViewModel.Row>) change -> show());
        main.showingProperty().subscribe(this::comeAndGo);
        main.getIcons().subscribe(this::showIcons);
        comeAndGo();
    }

    /// The chat whose window has the focus.
    ReadOnlyObjectProperty<Optional<ChatKey>> focusedProperty() {
        return focused.getReadOnlyProperty();
    }

    /// Takes the reader to a message of a chat that has a window.
    ///
    /// @return whether it has one
    boolean showMessage(ChatKey chat, MessageKey message) {
        var window = Optional.ofNullable(windows.get(chat));
        window.ifPresent(it -> it.show(message));
        return window.isPresent();
    }

    /// The program ends: where they stand is remembered.
    void keepBounds() {
        windows.values().forEach(ChatStage::keepBounds);
    }

    /// With the main window, which keeps the focus.
    private void comeAndGo() {
        show();
        if (!windows.isEmpty()) {
            main.toFront();
            main.requestFocus();
        }
    }

    private void show() {
        List<ChatWindowsViewModel.Row> wanted = main.isShowing() ? model.windows() : List.of();
        Set<ChatKey> keys = wanted.stream().map(row -> row.tab().key()).collect(Collectors.toSet());
        windows.keySet().stream()
                .filter(key -> !keys.contains(key))
                .toList()
                .forEach(this::dispose);
        for (var row : List.copyOf(wanted)) {
            var known = Optional.ofNullable(windows.get(row.tab().key()));
            known.ifPresentOrElse(it -> it.show(row), () -> open(row));
        }
        look();
    }

    private void open(ChatWindowsViewModel.Row row) {
        var made = maker.apply(row);
        windows.put(row.tab().key(), made);
        made.stage().focusedProperty().subscribe(this::look);
        opened.accept(made.stage());
        made.appear(main.getIcons());
    }

    private void dispose(ChatKey chat) {
        Optional.ofNullable(windows.remove(chat)).ifPresent(ChatStage::dispose);
    }

    private void showIcons() {
        windows.values().forEach(each -> each.stage().getIcons().setAll(main.getIcons()));
    }

    private void look() {
        focused.set(
                windows.entrySet().stream()
                        .filter(each -> each.getValue().stage().isFocused())
                        .map(Map.Entry::getKey)
                        .findFirst());
    }
}
