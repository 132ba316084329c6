/// A believable small world to try Kith in: `mvn -Ptry`.
///
/// [kith.lab.world.SampleWorld] lays people, rooms and weeks of old talk on a lab server;
/// [kith.lab.world.Inhabitants] are the people who are online, and answer;
/// [kith.lab.world.Try] puts both together with a Kith that is signed in, and ends all of it.
///
/// Three JVMs take part, because Kith's settings of Smack and the lab's can't share one: that of
/// [kith.lab.world.Try] with server and people, that of [kith.lab.world.SampleProfile], which makes
/// Mara's profile with Kith's own code, and Kith as everybody starts it.
///
/// What is said is in the resources beside these classes. To add somebody: a line in `people.tsv`,
/// some in `answers.tsv`, and a file in `talk` with the person's name; the same for `rooms.tsv`.
@NullMarked
package kith.lab.world;

import org.jspecify.annotations.NullMarked;
