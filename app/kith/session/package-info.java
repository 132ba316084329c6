/// The state of the running program and the rules that change it.
///
/// One service owns each piece of state and shows it as a [kith.base.Live]; commands return
/// nothing, and what comes of them comes back as state. Only where a refusal would leave no state
/// behind (a contact that is not added, a subject that is not changed) the command answers whoever
/// gave it with a [kith.model.Refusal]. All of it lives on the core lane.
///
/// [kith.session.EventRouter] hands each event of the wire to the service that it concerns, in an
/// exhaustive `switch`: a new kind of event breaks the build there, and leads to the service.
/// Services of different folders don't know each other; what one needs of another it is given by
/// [kith.session.SessionAssembly] as a live value or a function.
@NullMarked
package kith.session;

import org.jspecify.annotations.NullMarked;
