package kith.session.account;

import kith.model.AccountId;
import kith.xmpp.XmppLink;
import kith.xmpp.XmppListener;

/// Makes the link of an account; `Wiring` says which kind.
@FunctionalInterface
public interface LinkMaker {

    XmppLink make(AccountId account, XmppListener listener);
}
