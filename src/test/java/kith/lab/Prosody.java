package kith.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Prosody, as the lab runs it: in the foreground, with `prosody.cfg.lua`.
final class Prosody implements ServerSoftware {

    @Override
    public DebianPackage installation() {
        return DebianPackage.PROSODY;
    }

    @Override
    public Launch prepare(ServerLayout layout, ServerProfile profile) {
        var values = new HashMap<>(layout.placeholders());
        values.put("profile", profile.name());
        if (profile == ServerProfile.COMMUNITY_MODULES) {
            DebianPackage.PROSODY_MODULES.require();
        }
        var settings = new LabResource("prosody.cfg.lua").writeTo(layout.folder(), values);
        new LabResource("mod_lab.lua").writeTo(layout.folder(), Map.of());
        new LabResource("mod_lab_crowd.lua").writeTo(layout.folder(), Map.of());
        var program = installation().require().toString();
        return new Launch(List.of(program, "-F", "--config", settings.toString()), Map.of());
    }
}
