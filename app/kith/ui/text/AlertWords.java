package kith.ui.text;

import kith.model.Alerts;

/// What the choices of alerts are called.
public final class AlertWords {

    private AlertWords() {}

    /// Where there is room.
    public static String full(Alerts alerts, Texts texts) {
        return alerts == Alerts.ALL ? texts.say("alerts.all.full") : brief(alerts, texts);
    }

    /// Beside the others.
    public static String brief(Alerts alerts, Texts texts) {
        return switch (alerts) {
            case ALL -> texts.say("alerts.all");
            case MENTIONS -> texts.say("alerts.mentions");
            case NEVER -> texts.say("alerts.never");
        };
    }
}
