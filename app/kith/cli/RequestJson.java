package kith.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import kith.cli.Request.AddAccount;
import kith.cli.Request.Export;
import kith.cli.Request.ListAccounts;
import kith.cli.Request.RemoveAccount;
import kith.cli.Request.Search;
import kith.cli.Request.Send;
import kith.cli.Request.ShowWindow;
import kith.model.HistoryFormat;
import kith.model.Proxy;
import kith.model.ProxyAccess;
import kith.model.ServerAddress;
import kith.session.account.Credentials;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.Optional;

/// Requests as one start of Kith hands them to another: a line of JSON each.
///
/// The two may be of different versions, just after an update; a request that isn't understood is
/// refused as a whole.
final class RequestJson {

    private RequestJson() {}

    static String write(Request request) {
        var json = new JsonObject();
        switch (request) {
            case ShowWindow show -> {
                json.addProperty("do", "show");
                Json.add(json, "uri", show.uri());
            }
            case AddAccount add -> {
                json.addProperty("do", "addAccount");
                json.addProperty("address", add.address().toString());
                json.addProperty("password", add.credentials().password());
                json.addProperty("inFile", add.isKeptInFile());
                if (add.server() instanceof ServerAddress.Given given) {
                    json.addProperty("host", given.host());
                    json.addProperty("port", given.port());
                }
                add.credentials().proxy().ifPresent(access -> write(json, access));
            }
            case ListAccounts list -> json.addProperty("do", "listAccounts");
            case RemoveAccount remove -> {
                json.addProperty("do", "removeAccount");
                json.addProperty("address", remove.address().toString());
            }
            case Send send -> {
                json.addProperty("do", "send");
                Json.add(json, "from", send.from().map(BareJid::toString));
                json.addProperty("to", send.to().toString());
                json.addProperty("text", send.text());
                json.addProperty("seconds", send.patience().toSeconds());
            }
            case Export export -> {
                json.addProperty("do", "export");
                json.addProperty("format", export.format().name());
                Json.add(json, "chat", export.chat().map(BareJid::toString));
            }
            case Search search -> {
                json.addProperty("do", "search");
                json.addProperty("text", search.text());
                json.addProperty("best", search.isBestFirst());
                json.addProperty("limit", search.limit());
                json.addProperty("seconds", search.patience().toSeconds());
            }
        }
        return Json.line(json);
    }

    /// @throws JsonParseException where the line is no request of this version
    static Request read(String line) {
        try {
            return read(Json.parse(line));
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException failure) {
            throw new JsonParseException("no request", failure);
        }
    }

    private static Request read(JsonObject json) {
        var what = Json.text(json, "do");
        return switch (what) {
            case "show" -> new ShowWindow(Json.optional(json, "uri"));
            case "addAccount" ->
                    new AddAccount(
                            entity(Json.text(json, "address")),
                            new Credentials(Json.text(json, "password"), proxy(json)),
                            server(json),
                            Boolean.parseBoolean(Json.text(json, "inFile")));
            case "listAccounts" -> new ListAccounts();
            case "removeAccount" -> new RemoveAccount(entity(Json.text(json, "address")));
            case "send" ->
                    new Send(
                            Json.optional(json, "from").map(RequestJson::entity),
                            bare(Json.text(json, "to")),
                            Json.text(json, "text"),
                            Duration.ofSeconds(Long.parseLong(Json.text(json, "seconds"))));
            case "export" ->
                    new Export(
                            HistoryFormat.valueOf(Json.text(json, "format")),
                            Json.optional(json, "chat").map(RequestJson::bare));
            case "search" ->
                    new Search(
                            Json.text(json, "text"),
                            Boolean.parseBoolean(Json.text(json, "best")),
                            Integer.parseInt(Json.text(json, "limit")),
                            Duration.ofSeconds(Long.parseLong(Json.text(json, "seconds"))));
            default -> throw new JsonParseException("unknown: " + what);
        };
    }

    private static void write(JsonObject json, ProxyAccess access) {
        var proxy = access.proxy();
        json.addProperty("proxy", proxy.kind().name());
        json.addProperty("proxyHost", proxy.host());
        json.addProperty("proxyPort", proxy.port());
        Json.add(json, "proxyUser", proxy.user());
        json.addProperty("proxyPassword", access.password());
    }

    private static Optional<ProxyAccess> proxy(JsonObject json) {
        return Json.optional(json, "proxy")
                .map(
                        kind ->
                                new ProxyAccess(
                                        new Proxy(
                                                Proxy.Kind.valueOf(kind),
                                                Json.text(json, "proxyHost"),
                                                Integer.parseInt(Json.text(json, "proxyPort")),
                                                Json.optional(json, "proxyUser")),
                                        Json.text(json, "proxyPassword")));
    }

    private static ServerAddress server(JsonObject json) {
        return Json.optional(json, "host")
                .<ServerAddress>map(
                        host ->
                                new ServerAddress.Given(
                                        host, Integer.parseInt(Json.text(json, "port"))))
                .orElseGet(ServerAddress.ByDomain::new);
    }

    private static EntityBareJid entity(String address) {
        return JidCreate.entityBareFromOrThrowUnchecked(address);
    }

    private static BareJid bare(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }
}
