/// Tests of the wire, most of them on raw XML, some on real servers.
@NullMarked
package kith.xmpp;

import org.jspecify.annotations.NullMarked;
