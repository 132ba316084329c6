package kith.xmpp.link;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which addresses nobody on the internet may send us to: those that mean something else, or
/// nothing, from where they are.
///
/// From the registries of special addresses (RFC 6890 and what is registered by it since), and of
/// those addresses that carry one of IPv4 with them.
final class PrivateAddresses {

    private static final List<Block> BLOCKS =
            List.of(
                    new Block("127.0.0.0", 8, Reach.LOOPBACK), // RFC 1122
                    new Block("::1", 128, Reach.LOOPBACK), // RFC 4291
                    new Block("10.0.0.0", 8, Reach.PRIVATE), // RFC 1918
                    new Block("172.16.0.0", 12, Reach.PRIVATE),
                    new Block("192.168.0.0", 16, Reach.PRIVATE),
                    new Block("100.64.0.0", 10, Reach.PRIVATE), // RFC 6598: providers' own
                    new Block("fc00::", 7, Reach.PRIVATE), // RFC 4193
                    new Block("0.0.0.0", 8, Reach.NOWHERE), // RFC 1122: this network
                    new Block("169.254.0.0", 16, Reach.NOWHERE), // RFC 3927: link-local
                    new Block("192.0.0.0", 24, Reach.NOWHERE), // RFC 6890
                    new Block("198.18.0.0", 15, Reach.NOWHERE), // RFC 2544: benchmarks
                    new Block("224.0.0.0", 4, Reach.NOWHERE), // RFC 1112: multicast
                    new Block("240.0.0.0", 4, Reach.NOWHERE), // RFC 1112, and broadcast
                    new Block("::", 96, Reach.NOWHERE), // RFC 4291: none, and IPv4-compatible
                    new Block("64:ff9b:1::", 48, Reach.NOWHERE), // RFC 8215: a network's NAT64
                    new Block("2001::", 32, Reach.NOWHERE), // RFC 4380: Teredo
                    new Block("fe80::", 10, Reach.NOWHERE), // RFC 4291: link-local
                    new Block("fec0::", 10, Reach.NOWHERE), // RFC 3879: site-local
                    new Block("ff00::", 8, Reach.NOWHERE)); // RFC 4291: multicast

    /// RFC 4291; what Java reads so becomes an address of IPv4, what it is given may not.
    private static final Block MAPPED =
            new Block(BigInteger.valueOf(0xffff).shiftLeft(32), 128, 96, Reach.NOWHERE);

    private static final List<Carrier> CARRIERS =
            List.of(
                    new Carrier(new Block("64:ff9b::", 96, Reach.NOWHERE), 12), // RFC 6052: NAT64
                    new Carrier(new Block("2002::", 16, Reach.NOWHERE), 2), // RFC 3056: 6to4
                    new Carrier(new Block("::ffff:0:0:0", 96, Reach.NOWHERE), 12), // RFC 2765
                    new Carrier(MAPPED, 12));

    private PrivateAddresses() {}

    /// From where an address is one that means a certain computer.
    enum Reach {
        /// From everywhere.
        PUBLIC,
        /// From a network that isn't the internet.
        PRIVATE,
        /// From the computer itself.
        LOOPBACK,
        /// Not to be connected to, from wherever.
        NOWHERE
    }

    /// From where an address can be reached.
    static Reach reach(InetAddress address) {
        for (var each : CARRIERS) {
            if (each.block.holds(address)) {
                boolean isPublic = reach(each.carried(address)) == Reach.PUBLIC;
                return isPublic ? Reach.PUBLIC : Reach.NOWHERE;
            }
        }
        return BLOCKS.stream()
                .filter(each -> each.holds(address))
                .findFirst()
                .map(Block::reach)
                .orElse(Reach.PUBLIC);
    }

    /// Whether what others name may be fetched from there.
    ///
    /// @param server where the account's own server is: who has it in a private network has others
    ///   there, too; empty where that isn't known
    static boolean mayBeAsked(InetAddress address, Optional<InetAddress> server) {
        var ours = server.map(PrivateAddresses::reach).orElse(Reach.PUBLIC);
        return switch (reach(address)) {
            case PUBLIC -> true;
            case PRIVATE -> ours == Reach.PRIVATE || ours == Reach.LOOPBACK;
            case LOOPBACK -> ours == Reach.LOOPBACK;
            case NOWHERE -> false;
        };
    }

    /// Addresses that begin alike.
    ///
    /// @param size of each, in bits
    /// @param bits that are alike
    private record Block(BigInteger first, int size, int bits, Reach reach) {

        Block(String first, int bits, Reach reach) {
            this(InetAddress.ofLiteral(first).getAddress(), bits, reach);
        }

        private Block(byte[] first, int bits, Reach reach) {
            this(new BigInteger(1, first), first.length * Byte.SIZE, bits, reach);
        }

        boolean holds(InetAddress address) {
            var bytes = address.getAddress();
            return bytes.length * Byte.SIZE == size
                    && new BigInteger(1, bytes).xor(first).bitLength() <= size - bits;
        }
    }

    /// Addresses of IPv6 that lead to one of IPv4.
    ///
    /// @param at the byte where that begins
    private record Carrier(Block block, int at) {

        InetAddress carried(InetAddress address) {
            var four = Arrays.copyOfRange(address.getAddress(), at, at + 4);
            try {
                return InetAddress.getByAddress(four);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
