package kith.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One of the files beside the lab's classes: a server's settings, its control module, a script.
record LabResource(String name) {

    /// The file's text.
    String text() {
        try (var in = LabResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource kith/lab/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the text into a folder, each `@key@` replaced by its value.
    ///
    /// @return the file written
    Path writeTo(Path folder, Map<String, String> values) {
        String text = text();
        for (var each : values.entrySet()) {
            text = text.replace("@" + each.getKey() + "@", each.getValue());
        }
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
