package kith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.base.ManualTimer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class NewsViewModelTest {

    private final ManualTimer timer = new ManualTimer();
    private final NewsViewModel model = new NewsViewModel(timer, new ImmediateLane());
    private final List<String> done = new ArrayList<>();

    @Test
    void newsGoByThemselvesLaterWhereThereIsSomethingToDo() {
        model.tell(plain("a"));
        model.tell(offering("b"));
        timer.pass(Duration.ofSeconds(7));
        assertThat(topics()).containsExactly("b");
        timer.pass(Duration.ofSeconds(6));
        assertThat(topics()).isEmpty();
    }

    @Test
    void theyStayWhileThePointerIsOnThem() {
        model.tell(plain("a"));
        model.hold("a", true);
        timer.pass(Duration.ofMinutes(1));
        assertThat(topics()).containsExactly("a");
        model.hold("a", false);
        timer.pass(Duration.ofSeconds(7));
        assertThat(topics()).isEmpty();
    }

    @Test
    void whatIsNewerOnATopicTakesThePlaceOfTheOlder() {
        model.tell(new News("a", "1 of 2", false, true, Optional.empty()));
        model.tell(plain("b"));
        timer.pass(Duration.ofMinutes(1));
        assertThat(topics()).as("it lasts").containsExactly("a");
        model.tell(plain("a"));
        assertThat(model.all()).containsExactly(plain("a"));
        timer.pass(Duration.ofSeconds(7));
        assertThat(topics()).isEmpty();
    }

    @Test
    void atMostThreeAreThere() {
        List.of("a", "b", "c", "d").forEach(topic -> model.tell(plain(topic)));
        assertThat(topics()).containsExactly("b", "c", "d");
    }

    @Test
    void whatStillGoesOnIsNeverLost() {
        List.of("a", "b", "c", "d")
                .forEach(
                        topic -> model.tell(new News(topic, topic, false, true, Optional.empty())));
        model.tell(plain("e"));
        model.tell(plain("f"));
        assertThat(topics()).containsExactly("a", "b", "c", "d", "f");
    }

    @Test
    void whatGoesByItselfMakesRoomFirst() {
        model.tell(new News("bad", "failed", true, true, Optional.empty()));
        List.of("b", "c", "d").forEach(topic -> model.tell(plain(topic)));
        assertThat(topics()).containsExactly("bad", "c", "d");
    }

    @Test
    void whatIsToldAnewUnderThePointerStaysToo() {
        model.tell(plain("a"));
        model.hold("a", true);
        model.tell(plain("a"));
        timer.pass(Duration.ofMinutes(1));
        assertThat(topics()).containsExactly("a");
        model.hold("a", false);
        timer.pass(Duration.ofSeconds(7));
        assertThat(topics()).isEmpty();
    }

    @Test
    void anOfferIsTakenOnce() {
        model.tell(offering("a"));
        model.take("a");
        model.take("a");
        assertThat(done).containsExactly("a");
        assertThat(topics()).isEmpty();
        model.tell(offering("b"));
        model.dismiss("b");
        assertThat(done).containsExactly("a");
    }

    private List<Object> topics() {
        return model.all().stream().map(News::topic).toList();
    }

    private static News plain(String topic) {
        return News.of(topic, topic, Optional.empty());
    }

    private News offering(String topic) {
        return News.of(topic, topic, Optional.of(new News.Offer("Open", () -> done.add(topic))));
    }
}
