package kith.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Another process works in the data folder and listens.
public final class RunningInstance implements SingleInstance, AutoCloseable {

    private final SocketChannel channel;

    private RunningInstance(SocketChannel channel) {
        this.channel = channel;
    }

    static RunningInstance connect(Path socket) throws IOException {
        return new RunningInstance(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /// Hands it one request and takes its answer. Once only; blocks until the answer ends, which it
    /// also does when the other process is killed.
    ///
    /// @param request without line ends
    /// @param answer is given each line as it comes
    /// @throws IOException where the connection breaks
    public void ask(String request, Consumer<String> answer) throws IOException {
        try (channel;
                var writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
                var reader =
                        new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            writer.write(request + "\n");
            writer.flush();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                answer.accept(line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
