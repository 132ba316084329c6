package kith.cli;

import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.session.account.Credentials;

import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// `kith account`: sets up accounts without a window.
@Command(
        name = "account",
        description = "Adds, lists and removes accounts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AccountCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @ParentCommand private @Nullable KithCommand kith;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "add, list or remove?");
    }

    @Command(
            name = "add",
            description = {
                "Adds an account, without signing in.",
                "One that is there gets the new password, server and proxy."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "ADDRESS", converter = Addresses.Account.class)
                    EntityBareJid address,
            @Option(
                            names = "--password-file",
                            paramLabel = "FILE",
                            required = true,
                            description = "Its first line is the password; - reads standard input.")
                    Path passwordFile,
            @Option(
                            names = "--host",
                            paramLabel = "HOST",
                            description = "The server, where it is not where DNS says.")
                    @Nullable String host,
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            defaultValue = "5222",
                            description = "The port of that server, else 5222.")
                    int port,
            @Option(
                            names = "--proxy",
                            paramLabel = "URL",
                            converter = ProxyUrl.class,
                            description = {
                                "Connect through it alone: socks5://[NAME@]HOST[:PORT]",
                                "or http://[NAME@]HOST[:PORT]. It looks the server up."
                            })
                    @Nullable Proxy proxy,
            @Option(
                            names = "--proxy-password-file",
                            paramLabel = "FILE",
                            description = "Its first line is the password for the proxy.")
                    @Nullable Path proxyPasswordFile,
            @Option(
                            names = "--keep-password-in-file",
                            description = {
                                "Keep the password in a file that only you can read,",
                                "for machines without a key ring."
                            })
                    boolean isKeptInFile) {
        return run(
                new Request.AddAccount(
                        address,
                        new Credentials(password(passwordFile), access(proxy, proxyPasswordFile)),
                        server(host, port),
                        isKeptInFile));
    }

    @Command(
            name = "list",
            description = "Lists the accounts: address, where its password is kept, connection.",
            mixinStandardHelpOptions = true)
    int list() {
        return run(new Request.ListAccounts());
    }

    @Command(
            name = "remove",
            description = "Removes an account, its password and its history from this computer.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "ADDRESS", converter = Addresses.Account.class)
                    EntityBareJid address) {
        return run(new Request.RemoveAccount(address));
    }

    private int run(Request request) {
        return kith().run(request, KithCommand.PATIENCE, kith().terminal());
    }

    private String password(Path file) {
        var password = kith().terminal().read(file).lines().findFirst().orElse("");
        if (password.isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "there is no password in " + file);
        }
        return password;
    }

    /// A name goes with a password, and neither goes alone.
    private Optional<ProxyAccess> access(@Nullable Proxy proxy, @Nullable Path passwordFile) {
        boolean hasUser = proxy != null && proxy.user().isPresent();
        if (hasUser != (passwordFile != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--proxy with a name and --proxy-password-file go together");
        }
        var password = passwordFile == null ? "" : password(passwordFile);
        return Optional.ofNullable(proxy).map(it -> new ProxyAccess(it, password));
    }

    private ServerAddress server(@Nullable String host, int port) {
        if (host == null) {
            return new ServerAddress.ByDomain();
        }
        try {
            return new ServerAddress.Given(host, port);
        } catch (IllegalArgumentException nonsense) {
            throw new ParameterException(
                    spec.commandLine(), "no such server: " + host + ":" + port);
        }
    }

    private KithCommand kith() {
        return Objects.requireNonNull(kith);
    }
}
