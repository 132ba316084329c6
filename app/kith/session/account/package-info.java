/// Accounts: which there are, signing in, their connections, our own presence, their passwords.
///
/// Core lane. [kith.session.account.AccountService] keeps the list, and
/// [kith.session.account.SignInService] tries out what is to join it; only those two open and close
/// links. Everyone else asks [kith.session.account.Links] for one, and gets it only while it is
/// signed in.
@NullMarked
package kith.session.account;

import org.jspecify.annotations.NullMarked;
