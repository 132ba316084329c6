package kith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;

import kith.model.HistoryFormat;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.session.account.Credentials;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

class RequestJsonTest {

    private static final EntityBareJid MARA =
            JidCreate.entityBareFromOrThrowUnchecked("mära@hearth.example");
    private static final BareJid SERVER = JidCreate.bareFromOrThrowUnchecked("hearth.example");

    @ParameterizedTest
    @MethodSource("requests")
    void whatIsWrittenIsRead(Request request) {
        var line = RequestJson.write(request);
        assertThat(line).doesNotContain("\n");
        assertThat(RequestJson.read(line)).isEqualTo(request);
    }

    private static Optional<ProxyAccess> access(
            Proxy.Kind kind, Optional<String> user, String password) {
        return Optional.of(new ProxyAccess(new Proxy(kind, "::1", 9050, user), password));
    }

    static Stream<Request> requests() {
        return Stream.of(
                new Request.ShowWindow(Optional.empty()),
                new Request.ShowWindow(Optional.of("xmpp:a@b?message;body=ü")),
                new Request.AddAccount(
                        MARA, new Credentials("\"\\\n\u2028"), new ServerAddress.ByDomain(), true),
                new Request.AddAccount(
                        MARA, new Credentials("x"), new ServerAddress.Given("h", 1), false),
                new Request.AddAccount(
                        MARA,
                        new Credentials("x", access(Proxy.Kind.SOCKS5, Optional.of("ü"), "\n")),
                        new ServerAddress.ByDomain(),
                        true),
                new Request.AddAccount(
                        MARA,
                        new Credentials("x", access(Proxy.Kind.HTTP, Optional.empty(), "")),
                        new ServerAddress.ByDomain(),
                        true),
                new Request.ListAccounts(),
                new Request.RemoveAccount(MARA),
                new Request.Send(Optional.of(MARA), SERVER, "a\nb", Duration.ofSeconds(7)),
                new Request.Send(Optional.empty(), MARA, "<x/>", Duration.ZERO),
                new Request.Export(HistoryFormat.HTML, Optional.of(SERVER)),
                new Request.Export(HistoryFormat.JSONL, Optional.empty()),
                new Request.Search("\"a b\" from:ü", true, 7, Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"do\":\"dance\"}",
                "{\"do\":[]}",
                "{\"do\":\"send\",\"to\":\"@\",\"text\":\"x\",\"seconds\":1}",
                "{\"do\":\"send\",\"to\":\"a@b\",\"text\":\"x\",\"seconds\":\"soon\"}",
                "{\"do\":\"send\",\"to\":\"a@b\",\"text\":{},\"seconds\":1}",
                "{\"do\":\"addAccount\",\"address\":\"a@b\",\"password\":\"x\"}",
                "{\"do\":\"addAccount\",\"address\":\"a@b\",\"password\":\"x\",\"inFile\":1,"
                        + "\"host\":\"h\"}",
                "{\"do\":\"export\",\"format\":\"PDF\"}",
                "{\"do\":\"show\""
            })
    void whatIsNoRequestIsRefused(String line) {
        assertThatThrownBy(() -> RequestJson.read(line)).isInstanceOf(JsonParseException.class);
    }

    @Test
    void secretsAreNotPrinted() {
        var add =
                new Request.AddAccount(
                        MARA, new Credentials("hunter2"), new ServerAddress.ByDomain(), true);
        var send = new Request.Send(Optional.of(MARA), SERVER, "hunter2", Duration.ZERO);
        var search = new Request.Search("hunter2", false, 1, Duration.ZERO);
        assertThat(add + " " + send + " " + search).doesNotContain("hunter2");
    }
}
