package kith.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A place on loopback that takes files by HTTPS (XEP-0363 §4), and forgets what is in them. For a
/// [ScriptedServer] that has an upload service.
///
/// Any thread.
public final class UploadPlace implements AutoCloseable {

    private static final int CREATED = 201;

    private final HttpsServer server;
    private final ExecutorService serving = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    private UploadPlace(HttpsServer server) {
        this.server = server;
    }

    public static UploadPlace open() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var place = new UploadPlace(HttpsServer.create(loopback, 0));
            place.serve();
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        var context = LabCa.shared().issue("localhost").serverContext();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(serving);
        server.createContext("/", this::take);
        server.start();
    }

    /// Where a file is put, and got.
    ///
    /// @param name letters, digits and dots
    public String url(String name) {
        return "https://localhost:%d/%s".formatted(server.getAddress().getPort(), name);
    }

    /// The names of those that were put there, in that order.
    public List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        server.stop(0);
        serving.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        var _ = exchange.getRequestBody().readAllBytes();
        taken.add(exchange.getRequestURI().getPath().substring(1));
        exchange.sendResponseHeaders(CREATED, -1);
        exchange.close();
    }
}
