package kith.cli;

import kith.model.Proxy;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Reads a proxy as an URL: `socks5://` or `http://`, maybe `name@`, host and port. A password in
/// it is refused: others on the computer can read command lines.
final class ProxyUrl implements ITypeConverter<Proxy> {

    @Override
    public Proxy convert(String text) {
        try {
            var url = new URI(text).parseServerAuthority();
            var user = Optional.ofNullable(url.getUserInfo());
            if (user.filter(it -> it.contains(":")).isPresent()) {
                throw new TypeConversionException("the password belongs into a file of its own");
            }
            if (url.getHost() == null || !url.getPath().matches("/?") || url.getQuery() != null) {
                throw new TypeConversionException("no proxy: " + text);
            }
            var kind = kind(String.valueOf(url.getScheme()));
            var host = url.getHost().replaceAll("[\\[\\]]", "");
            return new Proxy(
                    kind, host, url.getPort() < 0 ? kind.usualPort() : url.getPort(), user);
        } catch (URISyntaxException | IllegalArgumentException nonsense) {
            throw new TypeConversionException("no proxy: " + text);
        }
    }

    private static Proxy.Kind kind(String scheme) {
        return switch (scheme) {
            case "socks5", "socks5h" -> Proxy.Kind.SOCKS5;
            case "http" -> Proxy.Kind.HTTP;
            default -> throw new TypeConversionException("socks5:// or http://, not " + scheme);
        };
    }
}
