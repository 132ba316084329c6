package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

class SentStanzasTest {

    private final Stanza one = message("1");
    private final Stanza two = message("2");
    private final Stanza three = message("3");
    private final Stanza four = message("4");

    @Test
    void beginsWithWhatItsPredecessorHas() {
        var former = new ArrayBlockingQueue<Stanza>(2);
        former.add(one);
        var sent = new SentStanzas(former);
        assertThat(former).isEmpty();
        assertThat(taken(sent)).containsExactly(one);
        assertThat(sent.remainingCapacity()).isEqualTo(2);
    }

    @Test
    void whatIsTakenOutAndPutBackIsThereOnce() throws Exception {
        var sent = of(one, two);
        for (var each : taken(sent)) {
            sent.put(each);
        }
        assertThat(taken(sent)).containsExactly(one, two);
    }

    @Test
    void whatACutKeptFromBeingSentAgainComesAfterWhatWas() throws Exception {
        var sent = of(one, two, three, four);
        assertThat(taken(sent)).containsExactly(one, two, three, four);
        sent.put(one);
        sent.add(two); // of the writer's queue
        assertThat(taken(sent)).containsExactly(one, two, three, four);
        sent.put(one);
        assertThat(taken(sent)).containsExactly(one, two, three, four);
    }

    @Test
    void whatIsAcknowledgedComesOutNoMore() throws Exception {
        var sent = of(one, two, three);
        taken(sent);
        sent.put(one);
        assertThat(sent.poll()).isEqualTo(one);
        assertThat(taken(sent)).containsExactly(two, three);
        assertThat(sent.takeAcknowledged()).containsExactly("1");
        assertThat(sent.takeAcknowledged()).isEmpty();
    }

    @Test
    void moreAcknowledgedThanSentIsNothing() {
        var sent = of(one);
        assertThat(sent.poll()).isEqualTo(one);
        assertThat(sent.poll()).isNull();
        assertThat(sent.takeAcknowledged()).isEmpty();
    }

    private static SentStanzas of(Stanza... stanzas) {
        var sent = new SentStanzas(new ArrayBlockingQueue<>(10));
        sent.addAll(List.of(stanzas));
        return sent;
    }

    private static List<Stanza> taken(SentStanzas sent) {
        var taken = new ArrayList<Stanza>();
        sent.drainTo(taken);
        return taken;
    }

    private static Message message(String id) {
        return StanzaBuilder.buildMessage(id).setBody(id).build();
    }
}
