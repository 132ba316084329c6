package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ListChangeListener;

import kith.model.Delivery;
import kith.model.MessageKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Which rows change, and to what, when a message comes, gets further or is edited, and when the
/// reader unfolds one.
class RowUpdatesTest extends TimelineViewModelFixture {

    @Test
    void aTickThatChangesTouchesOneRow() {
        talk.theirs("09:00", "a").mine("09:01", "b", Delivery.QUEUED);
        var model = model();
        var changes = changes(model);
        talk.deliver(1, Delivery.ON_SERVER).tell();
        assertThat(changes).containsExactly("replaced 3..4");
        assertThat(bubble(model, 3).delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void theTickIsThatOfTheWordsThatAreShown() {
        talk.theirs("09:00", "a").mine("09:01", "b", Delivery.READ);
        var model = model();
        talk.edit(1, "B", Delivery.QUEUED).tell();
        assertThat(bubble(model, 3).delivery()).isEqualTo(Delivery.QUEUED);
        talk.edit(1, "B", Delivery.ON_SERVER).tell();
        assertThat(bubble(model, 3).delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void aMessageThatJoinsAGroupTouchesTheOneAbove() {
        talk.theirs("09:00", "a");
        var model = model();
        var changes = changes(model);
        talk.theirs("09:01", "b").tell();
        assertThat(changes).containsExactly("added 3..4", "replaced 2..3");
    }

    @Test
    void otherWordsForAMessageTouchItsRowAlone() {
        talk.theirs("09:00", "a").theirs("09:01", "b").theirs("09:02", "c");
        var model = model();
        var changes = changes(model);
        talk.edit(1, "B").tell();
        assertThat(changes).containsExactly("replaced 3..4");
        assertThat(bubble(model, 3).text().whole()).isEqualTo("B");
        assertThat(bubble(model, 3).isEdited()).isTrue();
        assertThat(bubble(model, 2).isEdited()).isFalse();
    }

    @Test
    void aLongMessageUnfoldsAlone() {
        talk.theirs("09:00", "a".repeat(5_000)).theirs("09:01", "b".repeat(5_000));
        var model = model();
        model.unfold(new MessageKey(1));
        assertThat(bubble(model, 2).text().shown()).isEqualTo(4_000);
        assertThat(bubble(model, 3).text().shown()).isEqualTo(2_000);
        model.unfold(new MessageKey(1));
        assertThat(bubble(model, 2).text().isCut()).isFalse();
    }

    private static List<String> changes(TimelineViewModel model) {
        var changes = new ArrayList<String>();
        model.rows()
                .addListener(
                        (ListChangeListener<TimelineRow>)
                                change -> {
                                    while (change.next()) {
                                        changes.add(
                                                (change.wasReplaced() ? "replaced " : "added ")
                                                        + change.getFrom()
                                                        + ".."
                                                        + change.getTo());
                                    }
                                });
        return changes;
    }
}
