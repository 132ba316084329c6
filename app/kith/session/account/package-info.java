/// Accounts: which there are, signing in, their connections, our own presence, their passwords.
///
/// Core lane. [kith.session.account.AccountService] is the only one that opens and closes links;
/// everyone else asks [kith.session.account.Links] for one, and gets it only while it is signed in.
@NullMarked
package kith.session.account;

import org.jspecify.annotations.NullMarked;
