package kith.cli;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads addresses on a command line, with or without `xmpp:`.
final class Addresses {

    private Addresses() {}

    /// The address of an account.
    static final class Account implements ITypeConverter<EntityBareJid> {
        @Override
        public EntityBareJid convert(String value) {
            try {
                return JidCreate.entityBareFrom(plain(value));
            } catch (XmppStringprepException nonsense) {
                throw new TypeConversionException("'" + value + "' is no address of an account");
            }
        }
    }

    /// The address of anybody: a contact, a room, a server.
    static final class Peer implements ITypeConverter<BareJid> {
        @Override
        public BareJid convert(String value) {
            try {
                return JidCreate.bareFrom(plain(value));
            } catch (XmppStringprepException nonsense) {
                throw new TypeConversionException("'" + value + "' is no address");
            }
        }
    }

    private static String plain(String value) {
        return value.startsWith("xmpp:") ? value.substring("xmpp:".length()) : value;
    }
}
