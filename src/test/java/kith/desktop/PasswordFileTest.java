package kith.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kith.session.account.SecretStoreException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

class PasswordFileTest {

    private static final EntityBareJid MARA = jid("mara@hearth.example");
    private static final EntityBareJid ODD = jid("odd=#!ü@birke.example");

    @TempDir private Path folder;
    private Path file;
    private PasswordFile passwords;

    @BeforeEach
    void openFile() {
        file = folder.resolve("passwords");
        passwords = new PasswordFile(file);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(passwords.find(MARA)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void findsAgainWhatItKept() {
        passwords.keep(MARA, " pässwörd = # \\u0041 ✓ ");
        passwords.keep(ODD, "");
        var reopened = new PasswordFile(file);
        assertThat(reopened.find(MARA)).contains(" pässwörd = # \\u0041 ✓ ");
        assertThat(reopened.find(ODD)).contains("");
    }

    @Test
    void keepsTheNewestPassword() {
        passwords.keep(MARA, "old");
        passwords.keep(MARA, "new");
        assertThat(passwords.find(MARA)).contains("new");
        assertThat(file).content().doesNotContain("old");
    }

    @Test
    void forgetsOneAndKeepsTheOther() {
        passwords.keep(MARA, "secret");
        passwords.keep(ODD, "other");
        passwords.forget(MARA);
        assertThat(passwords.find(MARA)).isEmpty();
        assertThat(passwords.find(ODD)).contains("other");
        assertThat(file).content().doesNotContain("secret");
    }

    @Test
    void forgettingTheUnknownDoesNothing() {
        passwords.forget(MARA);
        assertThat(file).doesNotExist();
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        passwords.keep(MARA, "secret");
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void isReadableByItsOwnerAloneUnderAnOpenUmask() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var keep =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "umask 0; exec \"$@\"",
                                "sh",
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Keep.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(folder.toFile(), "output"))
                        .start();
        assertThat(keep.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("output")).hasContent("rw-------");
        assertThat(permissions()).isEqualTo("rw-------");
        assertThat(passwords.find(MARA)).contains("secret");
    }

    @Test
    void isNotReadWhenOthersCanReadIt() throws IOException {
        passwords.keep(MARA, "secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> passwords.find(MARA))
                .isInstanceOf(SecretStoreException.class)
                .hasMessageContaining("can be read by others")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> passwords.keep(ODD, "x")).isInstanceOf(SecretStoreException.class);
    }

    @Test
    void replacesWhatAKilledProcessLeftBehind() throws IOException {
        Files.writeString(folder.resolve("passwords.new"), "half");
        passwords.keep(MARA, "secret");
        assertThat(new PasswordFile(file).find(MARA)).contains("secret");
        assertThat(folder.resolve("passwords.new")).doesNotExist();
    }

    @Test
    void saysSoWhenItCannotWrite() {
        var nowhere = new PasswordFile(folder.resolve("missing/passwords"));
        assertThatThrownBy(() -> nowhere.keep(MARA, "secret"))
                .isInstanceOf(SecretStoreException.class)
                .hasMessageNotContaining("secret");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static EntityBareJid jid(String address) {
        return JidCreate.entityBareFromOrThrowUnchecked(address);
    }

    /// Keeps a password in the file it is told, as a process of its own. Prints the permissions.
    static final class Keep {
        public static void main(String[] args) throws IOException {
            var file = Path.of(args[0]);
            new PasswordFile(file).keep(MARA, "secret");
            System.out.print(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }
}
