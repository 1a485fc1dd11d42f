package io.atoll.provisioner.runtime.docker.daemon;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// Puts the lines of a container's output together. A frame is what one read of the socket gave:
/// it may end within a line, even within a character. Each stream has lines of its own.
///
/// Called by one thread, that which reads the answer.
public final class FrameLines extends ResultCallback.Adapter<Frame> {

    /// What a line has beyond this is left out.
    static final int MAX_LINE_BYTES = 64 << 10;

    private final Consumer<String> lines;
    private final Map<StreamType, ByteArrayOutputStream> begun = new EnumMap<>(StreamType.class);

    public FrameLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void onNext(Frame frame) {
        var line = begun.computeIfAbsent(frame.getStreamType(), _ -> new ByteArrayOutputStream());
        for (var octet : frame.getPayload()) {
            if (octet == '\n') {
                end(line);
            } else if (line.size() < MAX_LINE_BYTES) {
                line.write(octet);
            }
        }
    }

    @Override
    public void onComplete() {
        begun.values().stream().filter(line -> line.size() > 0).forEach(this::end);
        super.onComplete();
    }

    private void end(ByteArrayOutputStream line) {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
