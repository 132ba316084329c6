package kith.ui.widget;

/// How far an own message has come. Each state has a shape of its own.
public enum TickShape {
    /// A clock: not on the server yet.
    WAITING(Icon.CLOCK_OUTLINE, "waiting"),
    /// A check mark: on the server.
    SENT(Icon.CHECK, "sent"),
    /// A double check mark: on a device of the receiver.
    DELIVERED(Icon.CHECK_ALL, "delivered"),
    /// A full disc with a check mark.
    READ(Icon.CHECK_CIRCLE, "read"),
    /// A full disc with an exclamation mark.
    FAILED(Icon.ALERT_CIRCLE, "failed");

    private final Icon icon;
    private final String styleClass;

    TickShape(Icon icon, String styleClass) {
        this.icon = icon;
        this.styleClass = styleClass;
    }

    Icon icon() {
        return icon;
    }

    String styleClass() {
        return styleClass;
    }
}
