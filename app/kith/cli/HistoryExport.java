package kith.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import kith.model.ChatKey;
import kith.session.Session;
import kith.session.account.AccountStatus;
import kith.session.export.HistoryPage;

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
/// The program stands still while the history is read, so it is read to a temporary file, readable
/// by the user alone, and handed from there to whoever asked, who may be slow.
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
            var page = HistoryPage.of(request.format(), session.exports().names(), out);
            page.begin();
            for (var chat : chats(request.chat())) {
                session.history().entries(chat, page::message).toCompletableFuture().join();
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

    /// The chats to read, each on its own; one that is empty stands for all.
    private List<Optional<ChatKey>> chats(Optional<BareJid> peer) {
        return peer.map(
                        with ->
                                session.accounts().accounts().get().stream()
                                        .map(AccountStatus::account)
                                        .map(each -> Optional.of(new ChatKey(each.id(), with)))
                                        .toList())
                .orElseGet(() -> List.of(Optional.empty()));
    }
}
