package kith.cli;

import com.google.gson.JsonParseException;

import java.util.function.Consumer;

/// Does what other starts of Kith hand over, on this one's session.
public final class RequestHandler {

    private final RequestRunner runner;

    public RequestHandler(RequestRunner runner) {
        this.runner = runner;
    }

    /// Does what a line asks for and gives the answer, line by line. Blocks; several at a time.
    public void handle(String line, Consumer<String> lines) {
        var answer = AnswerJson.to(lines);
        int code;
        try {
            code = runner.run(RequestJson.read(line), answer);
        } catch (JsonParseException unknown) {
            answer.error("the Kith that runs is another version: close it and start it again");
            code = ExitCode.FAILED;
        }
        lines.accept(AnswerJson.exit(code));
    }
}
