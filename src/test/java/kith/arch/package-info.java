/// The rules of the house, held by the build: who may import whom, who may touch what.
///
/// Each rule stands in [kith.arch.HouseRules]; `fixture` breaks each of them once, so that a rule
/// which has stopped biting is noticed.
@NullMarked
package kith.arch;

import org.jspecify.annotations.NullMarked;
