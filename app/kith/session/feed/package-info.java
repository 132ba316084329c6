/// What happens in the session, one event after the other, for those who have no window: the
/// commands and the measurements.
///
/// A window binds to live values and sees the newest; here nothing is skipped. Events are told on
/// the core lane after what they say has been committed.
@NullMarked
package kith.session.feed;

import org.jspecify.annotations.NullMarked;
