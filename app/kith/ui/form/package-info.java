/// Forms that a service wants filled in (XEP-0004), wherever one is: to be a member of a room, to
/// set one up.
///
/// **Threads.** FX thread only.
///
/// **Why so.** What is asked is not known beforehand, so no screen can have the fields. The
/// view-model holds what was typed and says what is missing; the view makes a control per field.
/// Beside the widgets and not among them, as it knows the form of the model. Which form it is,
/// where it comes from and what becomes of it, the screen knows.
///
/// **Where to add.** A type of field: [kith.model.DataForm.FieldType], the build then breaks where
/// it is missing.
@NullMarked
package kith.ui.form;

import org.jspecify.annotations.NullMarked;
