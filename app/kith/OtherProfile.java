package kith;

import kith.cli.Workplace;
import kith.desktop.RunningInstance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// A profile that another process has.
record OtherProfile(RunningInstance process) implements Workplace.Elsewhere {

    @Override
    public void ask(String request, Consumer<String> answer) throws IOException {
        process.ask(request, answer);
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
