package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DebianPackageTest {

    @Test
    void aProgramThatIsThereIsFound() {
        assertThat(new DebianPackage("dash", "sh").require()).isExecutable().hasFileName("sh");
    }

    @Test
    void serversAreFoundOutsideAUsersPath() {
        assertThat(DebianPackage.PROSODY.require()).isExecutable();
        assertThat(DebianPackage.EJABBERD.require()).isExecutable();
    }

    @Test
    void aFileIsFoundByItsPath() {
        assertThat(DebianPackage.PROSODY_MODULES.require()).isRegularFile().isReadable();
        assertThat(new DebianPackage("none", "/no/such/file").find()).isEmpty();
    }

    @Test
    void aProgramThatIsntThereIsNotFound() {
        assertThat(new DebianPackage("none", "no-such-program-anywhere").find()).isEmpty();
    }

    @Test
    void oneLineSaysWhatToInstall() {
        assertThat(DebianPackage.PROSODY.missing("this is not root"))
                .hasMessage(
                        "prosody is missing and can't be installed by itself (this is not root): "
                                + "install it with 'sudo apt-get install prosody'");
    }
}
