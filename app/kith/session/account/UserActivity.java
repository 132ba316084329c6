package kith.session.account;

import kith.base.Lane;
import kith.model.AccountId;

/// Whether the user is at Kith, told to the servers: while they aren't, what can wait needn't be
/// sent (XEP-0352).
public final class UserActivity {

    private final Links links;
    private final Lane core;
    private boolean isActive = true;
    private Runnable cameBack = () -> {};

    public UserActivity(Links links, Lane core) {
        this.links = links;
        this.core = core;
    }

    /// Runs something on the core lane whenever the user is there again, and the servers know it.
    public void whenBack(Runnable work) {
        cameBack = work;
    }

    /// Says whether the user is there. Any thread.
    public void set(boolean active) {
        core.execute(
                () -> {
                    if (isActive != active) {
                        isActive = active;
                        links.online().forEach(link -> link.setActive(active));
                        if (active) {
                            cameBack.run();
                        }
                    }
                });
    }

    /// A session has begun or goes on: the server takes us for active. Core lane only.
    public void signedIn(AccountId account) {
        if (!isActive) {
            links.online(account).ifPresent(link -> link.setActive(false));
        }
    }
}
