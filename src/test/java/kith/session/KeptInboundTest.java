package kith.session;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.store.Journal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// What has come in is forgotten once the store has it, and never before (R05).
class KeptInboundTest {

    @TempDir Path folder;
    private final List<String> heard = new ArrayList<>();
    private final ArrayDeque<Runnable> core = new ArrayDeque<>();
    private Journal journal;
    private KeptInbound inbound;

    @BeforeEach
    void open() {
        journal = Journal.open(folder);
        inbound = new KeptInbound(journal, Runnable::run, InstantSource.system());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatAnEarlierRunLeftIsForgottenOnceItIsCommitted() {
        leave();
        inbound.replay(core::add, entry -> heard.add(entry.xml()));
        runAll();
        assertThat(heard).containsExactly("one", "two");
        assertThat(left()).isEmpty();
    }

    @Test
    void itIsNotWhereTheStoreHasLostABatchOfIt() {
        leave();
        inbound.replay(core::add, entry -> heard.add(entry.xml()));
        core.remove().run();
        inbound.storeLost();
        runAll();
        assertThat(left()).containsExactly("one", "two");
    }

    private void leave() {
        inbound.keep(new AccountId(1), "one");
        inbound.keep(new AccountId(1), "two");
        restart();
    }

    private void restart() {
        journal.close();
        open();
    }

    private void runAll() {
        while (!core.isEmpty()) {
            core.remove().run();
        }
    }

    private List<String> left() {
        restart();
        var left = new ArrayList<String>();
        inbound.replay(core::add, entry -> left.add(entry.xml()));
        runAll();
        return left;
    }
}
