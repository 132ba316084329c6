package kith.xmpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import kith.lab.LabCa;
import kith.xmpp.TransferException.Kind;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// A file that is changed before it is sent whole is not sent (F34).
class HttpTransferFileTest extends HttpTransferFixture {

    @Test
    void aFileThatWasChangedSinceIsNotSent() throws Exception {
        serve(good(), this::take);
        Files.writeString(file.path(), "other");
        assertThat(failure(put(slot("localhost")))).contains(Kind.FILE_GONE);
        Files.delete(file.path());
        assertThat(failure(put(slot("localhost")))).contains(Kind.FILE_GONE);
        Files.createDirectory(file.path());
        assertThat(failure(put(slot("localhost")))).contains(Kind.FILE_GONE);
        assertThat(asked).isEmpty();
    }

    /// It is opened before anybody is connected to, and no log learns where it is.
    @Test
    void f34AFileThatIsGoneIsNotTheLinesFault() throws Exception {
        serve(good(), this::take);
        var slot = slot("localhost");
        var way = HttpLine.way(slot.put(), Optional.empty(), new DnsNames(), lanes.io());
        var transfer =
                transferOf(
                        new HttpPut(
                                () -> {
                                    Files.delete(file.path());
                                    return way.connect();
                                },
                                TrustedCertificates.ofBundle(LabCa.shared().bundle()),
                                slot));
        var lines = new HeardLines();
        var log = Logger.getLogger(HttpTransfer.class.getName());
        log.addHandler(lines);
        try {
            lanes.io().execute(transfer);
            assertThat(failure(transfer)).contains(Kind.FILE_GONE);
        } finally {
            log.removeHandler(lines);
        }
        assertThat(bodies).as("it was open already").hasSize(1);
        assertThat(lines.heard).noneMatch(line -> line.contains("film.mov"));
    }

    /// What goes into a log.
    private static final class HeardLines extends Handler {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            heard.add(line.getMessage() + line.getThrown() + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aFileThatShrinksMeanwhileIsNotSent() throws Exception {
        var half = new CountDownLatch(1);
        serve(
                good(),
                exchange -> {
                    half.countDown();
                    take(exchange);
                });
        var large = folder.resolve("large");
        try (var channel =
                Files.newByteChannel(
                        large, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
            channel.position(80_000_000).write(ByteBuffer.wrap(new byte[1]));
        }
        file = look(large);
        var transfer = put(slot("localhost"));
        half.await();
        Files.write(large, new byte[3]);
        assertThat(failure(transfer)).contains(Kind.FILE_GONE);
        assertThat(bodies).isEmpty();
    }
}
