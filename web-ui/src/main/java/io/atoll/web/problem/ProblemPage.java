package io.atoll.web.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One explaining text: a title, then blocks of prose. */
public record ProblemPage(String title, List<Block> blocks) {

    private static final Pattern BLOCKS = Pattern.compile("\\n\\s*\\n|\\n(?=[#-])");

    /**
     * A piece of the text.
     *
     * @param kind heading, item or paragraph
     */
    public record Block(String kind, String text) {

        public boolean heading() {
            return kind.equals("heading");
        }

        public boolean item() {
            return kind.equals("item");
        }
    }

    /** The text of this name, if there is one. */
    static Optional<ProblemPage> read(String slug) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (!slug.matches("[a-z-]{1,60}")) {
            return Optional.empty();
        }
        try (InputStream in = loader.getResourceAsStream("problems/" + slug + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemPage parse(String markdown) {
        String title = "Problem";
        List<Block> blocks = new ArrayList<>();
        for (String raw : BLOCKS.splitAsStream(markdown).toList()) {
            String text = raw.strip().replaceAll("\\s*\\n\\s*", " ").replace("`", "");
            if (text.startsWith("# ")) {
                title = text.substring(2);
            } else if (text.startsWith("## ")) {
                blocks.add(new Block("heading", text.substring(3)));
            } else if (text.startsWith("- ")) {
                blocks.add(new Block("item", text.substring(2)));
            } else if (!text.isEmpty()) {
                blocks.add(new Block("paragraph", text));
            }
        }
        return new ProblemPage(title, List.copyOf(blocks));
    }
}
