package kith.ui.shell;

import kith.ui.fx.Appearance;
import kith.ui.settings.Looks;

import java.util.stream.Stream;

/// Remembers over restarts how the user wants the window to look, whoever changes it.
final class RememberedLooks {

    private static final String TEXT_SIZE = "window.textSize";
    private static final String THEME = "window.theme";
    private static final String CONTRAST = "window.contrast";

    private final Looks looks;
    private final WindowMemory memory;

    RememberedLooks(Looks looks, WindowMemory memory) {
        this.looks = looks;
        this.memory = memory;
    }

    /// Takes up what was remembered, and remembers each change from then on. To be called once.
    void recall() {
        memory.recall(TEXT_SIZE)
                .filter(px -> px.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .map(px -> Math.clamp(px, Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT))
                .ifPresent(looks.textSize()::set);
        memory.recall(THEME).stream().flatMap(RememberedLooks::themes).forEach(looks.theme()::set);
        memory.recall(CONTRAST).map(Boolean::valueOf).ifPresent(looks.moreContrast()::set);
        looks.textSize().subscribe((_, px) -> memory.keep(TEXT_SIZE, px.toString()));
        looks.theme().subscribe((_, theme) -> memory.keep(THEME, theme.name()));
        looks.moreContrast().subscribe((_, isMore) -> memory.keep(CONTRAST, isMore.toString()));
    }

    /// None for what another version has named.
    private static Stream<Appearance.Choice> themes(String name) {
        return Stream.of(Appearance.Choice.values()).filter(each -> each.name().equals(name));
    }
}
