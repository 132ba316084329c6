package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.lab.Ledger.Entry;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class LedgerTest {

    private static final Entry A1 = entry("a1", "anna");
    private static final Entry A2 = entry("a2", "anna");
    private static final Entry A3 = entry("a3", "anna");
    private static final Entry B1 = entry("b1", "berta");
    private static final List<Entry> SENT = List.of(A1, A2, A3, B1);

    @Test
    void sendersMayBeMixedInAnyWay() {
        for (var mixed : List.of(SENT, List.of(B1, A1, A2, A3), List.of(A1, B1, A2, A3))) {
            assertThatCode(Ledger.of(SENT).with("store", mixed)::assertWhole)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void butAllCopiesMixThemAlike() {
        var ledger =
                Ledger.of(SENT)
                        .with("archive", List.of(A1, B1, A2, A3))
                        .with("store", List.of(A1, A2, B1, A3));
        assertThat(ledger.findings()).containsExactly(new Ledger.OutOfOrder("store", B1, A2));
    }

    @Test
    void whatIsMissingIsLost() {
        assertThat(findings(A1, A3, B1)).containsExactly(new Ledger.Lost("store", A2));
    }

    @Test
    void whatIsThereTwiceIsDoubled() {
        assertThat(findings(A1, A2, A2, A3, B1, A2))
                .containsExactly(new Ledger.Doubled("store", A2, 3));
    }

    @Test
    void whatNobodySentIsForeign() {
        var stranger = entry("x", "xaver");
        assertThat(findings(A1, A2, A3, B1, stranger))
                .containsExactly(new Ledger.Foreign("store", stranger));
    }

    @Test
    void anotherSendersMessageUnderTheSameIdIsForeign() {
        var forged = entry("a2", "xaver");
        assertThat(findings(A1, forged, A3, B1))
                .containsExactlyInAnyOrder(
                        new Ledger.Lost("store", A2), new Ledger.Foreign("store", forged));
    }

    @Test
    void whatIsInAnotherConversationIsLostThereAndForeignHere() {
        var elsewhere = new Entry("room", A2.id(), A2.sender(), A2.body());
        assertThat(findings(A1, elsewhere, A3, B1))
                .containsExactlyInAnyOrder(
                        new Ledger.Lost("store", A2), new Ledger.Foreign("store", elsewhere));
    }

    @Test
    void anotherBodyIsAltered() {
        var changed = new Entry(A2.conversation(), A2.id(), A2.sender(), "something else");
        assertThat(findings(A1, changed, A3, B1))
                .containsExactly(new Ledger.Altered("store", A2, changed));
    }

    @Test
    void whatComesTooLateIsOutOfOrder() {
        assertThat(findings(A2, A1, A3, B1))
                .containsExactly(new Ledger.OutOfOrder("store", A1, A2));
    }

    @Test
    void theFailureReadsWell() {
        assertThatThrownBy(Ledger.of(SENT).with("store", List.of(A1, A1, A3, B1))::assertWhole)
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        4 sent, 2 differences in [store]:
                          lost from store: chat: anna "body of a2" (a2)
                          2 times in store: chat: anna "body of a1" (a1)\
                        """);
    }

    /// Of any long list, each single theft is found and nothing else.
    @Test
    void eachSingleLossIsFoundInALongList() {
        var all =
                IntStream.range(0, 200)
                        .mapToObj(i -> entry("m" + i, i % 3 == 0 ? "anna" : "berta"))
                        .toList();
        for (Entry stolen : all) {
            var rest = new ArrayList<>(all);
            rest.remove(stolen);
            assertThat(Ledger.of(all).with("store", rest).findings())
                    .containsExactly(new Ledger.Lost("store", stolen));
        }
    }

    private static List<Ledger.Finding> findings(Entry... held) {
        return Ledger.of(SENT).with("store", List.of(held)).findings();
    }

    private static Entry entry(String id, String sender) {
        return new Entry("chat", id, sender, "body of " + id);
    }
}
