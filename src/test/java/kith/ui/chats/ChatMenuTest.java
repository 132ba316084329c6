package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.gallery.Snapshots;
import kith.model.ChatFlags;
import kith.model.ChatKey;
import kith.model.Mute;
import kith.ui.fx.FxThread;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the menu of a chat offers of what the user is told.
class ChatMenuTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final ChatKey ROOM = SampleWorld.key("print@rooms.hearth.example");
    private static final ChatKey LAYLA = SampleWorld.key("layla@cedar.example");

    private final SampleWorld world = SampleWorld.full();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final ChatListViewModel chats = viewModels.chats();

    @Test
    void ofARoomOneIsToldOfAllOfMentionsOrNever() {
        assertThat(chosen()).isEqualTo("All messages");
        world.set(world.channels, Set.of(ROOM));
        assertThat(chosen()).isEqualTo("Mentions");
        FxThread.run(choice("Never")::fire);
        FxThread.run(choice("All messages")::fire);
        assertThat(chosen()).isEqualTo("All messages");
        assertThat(viewModels.commands())
                .containsExactly(
                        "choose NEVER print@rooms.hearth.example",
                        "choose ALL print@rooms.hearth.example");
    }

    @Test
    void aMuteThatEndsByItselfIsOfferedBesideAndEnded() {
        assertThat(words(ROOM)).contains("Mute for 1 hour", "Mute for 8 hours");
        assertThat(words(ROOM)).doesNotContain("Unmute", "Mute until I turn it on again");
        var until = new Mute.Until(Instant.parse("2026-05-01T12:00:00Z"));
        world.set(world.flags, Map.of(ROOM, ChatFlags.NONE.withMute(until)));
        assertThat(words(ROOM)).contains("Unmute").doesNotContain("Mute for 1 hour");
        assertThat(chosen()).isEqualTo("All messages");
    }

    @Test
    void ofAPersonAllIsForTheUserAndTheyMuteThem() {
        assertThat(words(LAYLA))
                .contains("Mute for 1 hour", "Mute until I turn it on again")
                .doesNotContain("Notifications");
    }

    @Test
    void pictures() {
        Snapshots.takeMenu("menu-room", () -> menu(ROOM), "shell");
        Snapshots.takeMenu(
                "menu-room-alerts",
                () -> {
                    var below = new ContextMenu();
                    below.getItems().addAll(List.copyOf(alerts().getItems()));
                    return below;
                },
                "shell");
    }

    private ContextMenu menu(ChatKey chat) {
        return new ChatMenu(chats.actions(), TEXTS).make(chats.row(chat).orElseThrow());
    }

    private List<String> words(ChatKey chat) {
        return FxThread.call(
                () ->
                        menu(chat).getItems().stream()
                                .map(MenuItem::getText)
                                .filter(it -> it != null)
                                .toList());
    }

    private Menu alerts() {
        return menu(ROOM).getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(it -> it.getText().equals("Notifications"))
                .findFirst()
                .orElseThrow();
    }

    private String chosen() {
        return FxThread.call(
                () ->
                        alerts().getItems().stream()
                                .map(RadioMenuItem.class::cast)
                                .filter(RadioMenuItem::isSelected)
                                .map(MenuItem::getText)
                                .findFirst()
                                .orElseThrow());
    }

    private MenuItem choice(String word) {
        return FxThread.call(
                () ->
                        alerts().getItems().stream()
                                .filter(it -> it.getText().equals(word))
                                .findFirst()
                                .orElseThrow());
    }
}
