package kith;

import kith.xmpp.link.XmlLimits;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Begins the tests' JVM as [Main] begins the program's: the JDK's XML classes know their limits
/// from when they are first used, by whichever test that is.
public final class LikeMain implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        XmlLimits.lift();
    }
}
