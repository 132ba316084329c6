package kith.desktop;

import kith.session.account.SecretStore;
import kith.session.account.SecretStoreException;

import org.jxmpp.jid.EntityJid;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;

/// Passwords in plain text in a file that only its owner may read: for servers and tests, where
/// nobody is there to unlock a key ring. Used only for accounts whose owner chose it.
///
/// A file that others may read is not read either: its passwords have to be changed, and Kith would
/// only hide that. Each change replaces the whole file at once.
///
/// Blocks; any thread.
public final class PasswordFile implements SecretStore {

    private final Path file;
    private final Path draft;

    /// @param file made at the first password; its folder must be there
    public PasswordFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".new");
    }

    @Override
    public synchronized Optional<String> find(EntityJid account) {
        return Optional.ofNullable(read().getProperty(account.toString()));
    }

    @Override
    public synchronized void keep(EntityJid account, String password) {
        var passwords = read();
        if (!password.equals(passwords.setProperty(account.toString(), password))) {
            write(passwords);
        }
    }

    @Override
    public synchronized void forget(EntityJid account) {
        var passwords = read();
        if (passwords.remove(account.toString()) != null) {
            write(passwords);
        }
    }

    private Properties read() {
        var passwords = new Properties();
        try {
            if (Files.notExists(file)) {
                return passwords;
            }
            if (!OwnerOnly.isPrivate(file)) {
                throw new SecretStoreException(
                        file + " can be read by others: change its passwords, then 'chmod 600' it");
            }
            try (var reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
            return passwords;
        } catch (IOException | IllegalArgumentException failure) {
            throw new SecretStoreException("can't read " + file, failure);
        }
    }

    private void write(Properties passwords) {
        try {
            Files.deleteIfExists(draft); // of a process that was killed while writing
            var options = EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            try (var channel = FileChannel.open(draft, options, OwnerOnly.fileAttributes(draft))) {
                var writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
                passwords.store(writer, "Passwords of Kith, readable by you alone");
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new SecretStoreException("can't write " + file, failure);
        }
    }
}
