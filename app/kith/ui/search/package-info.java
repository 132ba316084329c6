/// Search over the whole history: a field, what it finds, and the way to each message in its chat.
///
/// The view-model asks the session anew at each change of the field, and shows only what answers
/// its newest question.
@NullMarked
package kith.ui.search;

import org.jspecify.annotations.NullMarked;
