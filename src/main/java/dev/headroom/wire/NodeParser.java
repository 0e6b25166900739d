package dev.headroom.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Turns the text of one document into nodes that know their lines.
///
/// Of YAML it takes mappings, lists and scalars. Anchors, aliases and tags are refused: nothing in
/// a config document needs them, and they are how a small document becomes a huge or a hostile one.
final class NodeParser {
  /// Deepest nesting; a config document needs 5.
  static final int NESTING_MAX = 16;

  /// Most characters of a key or value; the longest path has fewer than 700.
  static final int SCALAR_LENGTH_MAX = 1024;

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxDocumentLength(DocumentText.SIZE_MAX)
          .maxNestingDepth(NESTING_MAX)
          .build();
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().streamReadConstraints(CONSTRAINTS).build();
  private static final JsonFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .loaderOptions(loaderOptions())
          .build();

  private final JsonParser parser;
  private final Problems problems;

  private NodeParser(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /// Reads the one document in `text`: JSON if it begins like a JSON object, else YAML.
  ///
  /// @return nothing if the text is no document at all, which is then noted in `problems`
  static Optional<Node> parse(String text, Problems problems) {
    JsonFactory factory = looksLikeJson(text) ? JSON : YAML;
    try (JsonParser parser = factory.createParser(text)) {
      return new NodeParser(parser, problems).document();
    } catch (JsonProcessingException syntax) {
      noteSyntax(syntax, problems);
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private static LoaderOptions loaderOptions() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(DocumentText.SIZE_MAX);
    return options;
  }

  /// Whether the first signs are `{"` or `{}`: YAML's flow mappings are seldom written so, and only
  /// a JSON reader accepts JSON that is indented with tabs.
  private static boolean looksLikeJson(String text) {
    int brace = nextSign(text, 0);
    if (brace == text.length() || text.charAt(brace) != '{') {
      return false;
    }
    int next = nextSign(text, brace + 1);
    return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}');
  }

  private static int nextSign(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static void noteSyntax(JsonProcessingException syntax, Problems problems) {
    if (syntax.getCause() instanceof MarkedYAMLException marked) {
      Mark mark = marked.getProblemMark();
      String context = marked.getContext() == null ? "" : marked.getContext() + ": ";
      problems.note(
          mark == null ? 1 : mark.getLine() + 1, "", "not YAML: " + context + marked.getProblem());
      return;
    }
    int line = syntax.getLocation() == null ? 1 : Math.max(1, syntax.getLocation().getLineNr());
    problems.note(line, "", "not readable: " + inOurWords(syntax));
  }

  /// What Jackson says, without what it says to programmers.
  private static String inOurWords(JsonProcessingException syntax) {
    String what = syntax.getOriginalMessage().lines().findFirst().orElse("unknown syntax");
    if (what.startsWith("Expected a field name")) {
      return "a key must be a word, not a mapping or list";
    }
    int aside = what.indexOf(", from `StreamReadConstraints");
    return aside < 0 ? what : what.substring(0, aside) + ")";
  }

  private Optional<Node> document() throws IOException {
    if (parser.nextToken() == null) {
      problems.note(1, "", "the document is empty; write {} for nothing");
      return Optional.empty();
    }
    Node root = node(new Place("", problems));
    if (parser.nextToken() != null) {
      problems.note(line(), "", "a second document begins here; a config is one document");
    }
    return Optional.of(root);
  }

  private Node node(Place place) throws IOException {
    int line = line();
    refuseCleverness(place);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(place, line);
      case START_ARRAY -> sequence(place, line);
      default -> scalar(place, line, token);
    };
  }

  private Node mapping(Place place, int line) throws IOException {
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int keyLine = line();
      String key = bounded(place, keyLine, parser.currentName());
      parser.nextToken();
      entries.add(new Node.Entry(keyLine, key, node(place.member(key))));
    }
    return new Node.Mapping(line, List.copyOf(entries));
  }

  private Node sequence(Place place, int line) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(place.item(items.size())));
    }
    return new Node.Sequence(line, List.copyOf(items));
  }

  private Node scalar(Place place, int line, JsonToken token) throws IOException {
    Node.Kind kind =
        switch (token) {
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Kind.NUMBER;
          case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
          case VALUE_NULL -> Node.Kind.NULL;
          default -> Node.Kind.TEXT;
        };
    return new Node.Scalar(line, kind, bounded(place, line, parser.getText()));
  }

  private String bounded(Place place, int line, String text) {
    if (text.length() <= SCALAR_LENGTH_MAX) {
      return text;
    }
    place.note(line, "has a text of more than " + SCALAR_LENGTH_MAX + " characters");
    return text.substring(0, SCALAR_LENGTH_MAX);
  }

  private void refuseCleverness(Place place) throws IOException {
    if (!(parser instanceof YAMLParser yaml)) {
      return;
    }
    if (yaml.isCurrentAlias() || yaml.getObjectId() != null) {
      place.note(line(), "anchors and aliases (& and *) are not allowed; write the value out");
    }
    if (yaml.getTypeId() != null) {
      place.note(line(), "tags such as !" + yaml.getTypeId() + " are not allowed");
    }
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
