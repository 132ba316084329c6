/// Rooms: entering, leaving, who is in them.
///
/// Core lane. Kith keeps its own state of a room (XEP-0045), fed by the door: a room counts as
/// entered only when it has sent our own presence in this session.
@NullMarked
package kith.session.room;

import org.jspecify.annotations.NullMarked;
