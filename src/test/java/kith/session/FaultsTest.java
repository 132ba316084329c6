package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.Fault;

import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults(new ImmediateLane());

    @Test
    void whatFailsIsShownUnderACodeUntilItIsPutAway() {
        faults.accept(new IllegalStateException("no room"));
        assertThat(shown().text()).isEqualTo("no room");
        assertThat(shown().code()).matches("[0-9a-z]{6}");
        faults.dismiss();
        assertThat(faults.fault().get()).isEmpty();
    }

    @Test
    void theSameIsNoOtherFaultWhileItIsShown() {
        faults.accept(new IllegalStateException("no room"));
        var first = shown();
        faults.accept(new IllegalStateException("no room"));
        assertThat(shown()).isEqualTo(first);
        faults.accept(new IllegalStateException("another"));
        assertThat(shown().text()).isEqualTo("another");
        faults.dismiss();
        faults.accept(new IllegalStateException("no room"));
        assertThat(shown().code()).isNotEqualTo(first.code());
    }

    private Fault shown() {
        return faults.fault().get().orElseThrow();
    }
}
