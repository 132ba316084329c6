package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.ui.switcher.SwitcherRow.Place;
import kith.ui.text.Texts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

class ForwardingTest {

    private final SampleWorld world = SampleWorld.full();
    private final List<CompletableFuture<String>> said = new ArrayList<>();
    private final List<News> told = new ArrayList<>();

    @Test
    void itIsToldOnlyWhenAllIsKept() {
        forward(places(2));
        said.subList(0, 3).forEach(each -> each.complete("kept"));
        assertThat(told).isEmpty();
        said.getLast().complete("kept");
        assertThat(told()).containsExactly("Forwarded to 2 chats");
    }

    @Test
    void whatIsNotKeptIsNotToldAsForwarded() {
        var places = places(2);
        forward(places);
        said.get(1).cancel(false);
        List.of(0, 2, 3).forEach(at -> said.get(at).complete("kept"));
        assertThat(told())
                .containsExactly(
                        "Forwarded to " + name(places.getLast()),
                        "Not forwarded to " + name(places.getFirst()) + ". Try again");
        assertThat(told.getLast().isBad()).isTrue();
    }

    @Test
    void whereNothingIsKeptOnlyThatIsTold() {
        forward(places(2));
        said.forEach(each -> each.completeExceptionally(new IllegalStateException("no disk")));
        assertThat(told()).containsExactly("Not forwarded to 2 chats. Try again");
    }

    /// Two messages to each.
    private void forward(List<Place> places) {
        var news = new ForwardedNews((_, _) -> {}, Texts.of(Locale.ENGLISH));
        Forwarding.begin(
                List.of("one", "two"),
                places,
                (_, _) -> {
                    said.add(new CompletableFuture<>());
                    return said.getLast();
                },
                what -> told.addAll(news.of(what)),
                new ImmediateLane());
    }

    private List<Place> places(int count) {
        return new SampleViewModels(world)
                .switcher().rows().stream()
                        .filter(Place.class::isInstance)
                        .map(Place.class::cast)
                        .limit(count)
                        .toList();
    }

    private static String name(Place place) {
        return place.name().words();
    }

    private List<String> told() {
        return told.stream().map(News::text).toList();
    }
}
