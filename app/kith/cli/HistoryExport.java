package kith.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import kith.model.ChatKey;
import kith.session.Session;
import kith.session.account.AccountStatus;
import kith.session.export.HistoryPage;
import kith.session.export.HistoryWalk;

import org.jxmpp.jid.BareJid;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/// Gives out the history.
///
/// It is read to a temporary file, which the user alone can read, and handed from there to whoever
/// asked: they get all of it, or nothing. The program goes on meanwhile.
final class HistoryExport {

    private final Session session;

    HistoryExport(Session session) {
        this.session = session;
    }

    void export(Request.Export request, Answer answer) {
        try {
            var draft = Files.createTempFile("kith-export-", "");
            try {
                read(request, draft);
                try (var lines = Files.lines(draft)) {
                    lines.forEach(answer::line);
                }
            } finally {
                Files.delete(draft);
            }
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.FAILED, "can't export: " + failure.getMessage());
        }
    }

    private void read(Request.Export request, Path draft) throws IOException {
        // not a file writer: that would end at the first half of a surrogate pair
        try (var out = new PrintWriter(Files.newOutputStream(draft), false, UTF_8)) {
            var page = new HistoryForms().of(request.format(), session.exports().names(), out);
            page.begin();
            for (var chat : chats(request.chat())) {
                write(session.history().walk(chat), page);
            }
            page.end();
            if (out.checkError()) {
                throw new IOException("can't write " + draft);
            }
        } catch (CompletionException failure) {
            throw new CommandFailed(
                    ExitCode.FAILED, "can't read the history: " + failure.getCause());
        }
    }

    private static void write(HistoryWalk history, HistoryPage page) throws IOException {
        while (history.hasNext()) {
            history.next().forEach(page::message);
        }
        if (history.isCutOff()) {
            throw new CommandFailed(ExitCode.FAILED, "a chat was removed meanwhile");
        }
    }

    private List<ChatKey> chats(Optional<BareJid> peer) {
        return peer.map(
                        with ->
                                session.accounts().accounts().get().stream()
                                        .map(AccountStatus::account)
                                        .map(each -> new ChatKey(each.id(), with))
                                        .toList())
                .orElseGet(() -> session.history().chats().toCompletableFuture().join());
    }
}
