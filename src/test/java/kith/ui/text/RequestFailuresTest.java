package kith.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Refusal;
import kith.model.Refusal.Reason;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestFailuresTest {

    private final RequestFailures failures = new RequestFailures("offline", "no answer", "no");

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyTheConnectionIsToldApart(Reason reason) {
        assertThat(failures.why(Refusal.of(reason)))
                .isEqualTo(
                        switch (reason) {
                            case OFFLINE -> "offline";
                            case TIMED_OUT, SERVER_NOT_REACHED -> "no answer";
                            default -> "no";
                        });
    }
}
