package kith.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A server of DNS on loopback, as much of RFC 1035 as that takes: it knows SRV records, and that
/// their targets are on loopback.
public final class LabDns implements AutoCloseable {

    private static final int ADDRESS = 1;
    private static final int SRV = 33;
    private static final int INTERNET = 1;
    private static final int SUCCESS = 0x8580; // an answer, authoritative, with recursion
    private static final int NO_SUCH_NAME = 0x8583;
    private static final int HEADER = 12;

    private final Map<String, List<String>> records;
    private final DatagramSocket socket;
    private final Thread thread;

    private LabDns(Map<String, List<String>> records, DatagramSocket socket) {
        this.records = records;
        this.socket = socket;
        this.thread = Thread.ofPlatform().daemon(true).name("lab-dns").unstarted(this::serve);
    }

    /// Starts one.
    ///
    /// @param records by full name, each as `priority weight port target`; may change later
    public static LabDns start(Map<String, List<String>> records) {
        try {
            var socket =
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var dns = new LabDns(records, socket);
            dns.thread.start();
            return dns;
        } catch (SocketException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where it is, as an URL.
    public String url() {
        return "dns://127.0.0.1:" + port();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        var question = new DatagramPacket(new byte[512], 512);
        while (!socket.isClosed()) {
            try {
                socket.receive(question);
                var answer = answer(question.getData());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException failure) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        var name = new StringBuilder();
        int at = HEADER;
        while (question[at] != 0) {
            int length = question[at];
            name.append(new String(question, at + 1, length, StandardCharsets.US_ASCII))
                    .append('.');
            at += length + 1;
        }
        int end = at + 5; // the root, type and class
        boolean isAddress = question[at + 2] == ADDRESS;
        var found = isAddress ? targets(name.toString()) : services(name.toString());
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(found.isEmpty() ? NO_SUCH_NAME : SUCCESS);
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeShort(0);
        out.writeShort(0);
        out.write(question, HEADER, end - HEADER);
        for (var record : found) {
            if (isAddress) {
                writeLoopback(out);
            } else {
                write(out, record.split(" "));
            }
        }
        return bytes.toByteArray();
    }

    /// @param name with a dot at its end
    private List<String> services(String name) {
        return records.getOrDefault(name.substring(0, name.length() - 1), List.of());
    }

    /// @return one of the records with this target, if there is any
    private List<String> targets(String name) {
        return records.values().stream()
                .flatMap(List::stream)
                .filter(
                        record ->
                                record.endsWith(" " + name) || (record + ".").endsWith(" " + name))
                .limit(1)
                .toList();
    }

    private static void writeLoopback(DataOutputStream out) throws IOException {
        var address = InetAddress.getLoopbackAddress().getAddress();
        out.writeShort(0xC000 | HEADER); // the name that was asked for
        out.writeShort(ADDRESS);
        out.writeShort(INTERNET);
        out.writeInt(0); // not to be kept
        out.writeShort(address.length);
        out.write(address);
    }

    private static void write(DataOutputStream out, String[] record) throws IOException {
        var target = name(record[3]);
        out.writeShort(0xC000 | HEADER); // the name that was asked for
        out.writeShort(SRV);
        out.writeShort(INTERNET);
        out.writeInt(0); // not to be kept
        out.writeShort(3 * Short.BYTES + target.length);
        for (int at = 0; at < 3; at++) {
            out.writeShort(Integer.parseInt(record[at]));
        }
        out.write(target);
    }

    private static byte[] name(String dotted) {
        var bytes = new ByteArrayOutputStream();
        for (var label : dotted.split("\\.", -1)) {
            if (!label.isEmpty()) {
                bytes.write(label.length());
                bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
            }
        }
        bytes.write(0);
        return bytes.toByteArray();
    }
}
