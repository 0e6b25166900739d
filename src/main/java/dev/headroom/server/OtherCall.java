package dev.headroom.server;

import dev.headroom.client.json.Frames;
import dev.headroom.wire.Nearest;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Events;
import dev.headroom.wire.json.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A call that is no [Route], since what it takes or gives is no JSON value: streams, documents,
/// figures. Described only; the server answers it elsewhere.
///
/// @param verb how it is called
/// @param path where
/// @param summary for people
/// @param open whether it asks for no token
/// @param options what may follow the question mark: name, and what it means
/// @param takes the kind of its body; empty where it has none
/// @param types the content types of what it gives
/// @param gives the kind of what it gives, or of each message; empty where it is text
record OtherCall(
    Verb verb,
    String path,
    String summary,
    boolean open,
    List<Option> options,
    Optional<Shape<?>> takes,
    List<String> types,
    Optional<Shape<?>> gives) {

  private static final Map<String, List<Option>> HEADERS =
      Map.of(
          Verb.GET + " " + Streams.EVENTS,
          List.of(new Option("Last-Event-ID", "goes on after that event; counts before after")),
          Verb.GET + " " + ConfigDocumentCalls.PATH,
          List.of(new Option("Accept", "application/yaml for YAML; JSON otherwise")),
          Verb.PUT + " " + ConfigDocumentCalls.PATH,
          List.of(
              new Option("Idempotency-Key", "an id of the caller's own, unless dryRun"),
              new Option("If-Match", "the ETag of the document that this is based on")));

  /// One that streams, or gives and takes text.
  static final List<OtherCall> ALL =
      List.of(
          stream(
              Streams.EVENTS,
              "Every event, in order, each once, as server-sent events; Last-Event-ID goes on",
              new Option("after", "the number of the last event that the reader has; default 0"),
              Events.EVENT),
          stream(
              Streams.LIVE,
              "The newest state of what a view looks at, as server-sent events: the first names the"
                  + " view",
              new Option("rate", "most frames a second, from 1 to 30; default 10"),
              Frames.FRAME),
          new OtherCall(
              Verb.PUT,
              Streams.LIVE + "/{view}",
              "Have a live view look at other scopes",
              false,
              List.of(),
              Optional.of(Frames.Look.SHAPE),
              List.of(HttpAnswer.JSON),
              Optional.empty()),
          document(Verb.GET, "Settings, limits and pools as one document", List.of()),
          document(
              Verb.PUT,
              "Have exactly what a document says hold; If-Match refuses what is stale",
              List.of(
                  new Option("dryRun", "true: tell the changes it takes, and do nothing"),
                  new Option("author", "who"),
                  new Option("reason", "why"))),
          new OtherCall(
              Verb.GET,
              RecordingCalls.PATH,
              "A span of the past as one file, which a console opens; for tokens of role admin for"
                  + " /. Where it would be larger than 1 GB, it is refused",
              false,
              RecordingCalls.options(),
              Optional.empty(),
              List.of(RecordingCalls.TYPE),
              Optional.empty()),
          text("/healthz", "Whether the server lives"),
          text("/readyz", "Whether anything can be changed now"),
          new OtherCall(
              Verb.GET,
              Gauges.METRICS,
              "Figures in Prometheus' text form; for tokens of /",
              false,
              List.of(),
              Optional.empty(),
              List.of("text/plain"),
              Optional.empty()),
          new OtherCall(
              Verb.GET,
              Gauges.DESCRIPTION,
              "This description",
              true,
              List.of(),
              Optional.empty(),
              List.of(HttpAnswer.JSON),
              Optional.empty()));

  /// The headers that it heeds.
  List<Option> headers() {
    return HEADERS.getOrDefault(verb + " " + path, List.of());
  }

  /// How an address may be called that is none of a route; empty where there is no such address.
  static List<Verb> verbsAt(String path) {
    return at(path).map(OtherCall::verb).toList();
  }

  /// The template of an address that is none of a route; empty where there is no such address.
  static Optional<String> templateOf(String path) {
    return at(path).map(OtherCall::path).findFirst();
  }

  /// Notes what a call says after the question mark that is not known there, or more than once.
  static void noteUnknown(HttpCall call, At at) {
    Set<String> known =
        at(call.path())
            .filter(other -> call.is(other.verb))
            .flatMap(other -> other.options.stream())
            .map(Option::name)
            .collect(Collectors.toSet());
    call.query().keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> at.member(name).note("is not known here" + Nearest.question(name, known)));
    Parameter.noteRepeated(call, at);
  }

  /// Why a call is not understood for what it says after the question mark.
  static Optional<HttpAnswer> misunderstood(HttpCall call) {
    At at = At.root();
    noteUnknown(call, at);
    return at.problems().isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.unreadable(at.problems()));
  }

  private static java.util.stream.Stream<OtherCall> at(String path) {
    return ALL.stream().filter(other -> Template.of(other.path).match(path).isPresent());
  }

  /// What may follow the question mark, or a header.
  record Option(String name, String meaning, boolean required) {
    Option(String name, String meaning) {
      this(name, meaning, false);
    }
  }

  private static OtherCall stream(String path, String summary, Option option, Shape<?> message) {
    return new OtherCall(
        Verb.GET,
        path,
        summary,
        false,
        List.of(option),
        Optional.empty(),
        List.of(Stream.TYPE),
        Optional.of(message));
  }

  private static OtherCall document(Verb verb, String summary, List<Option> options) {
    return new OtherCall(
        verb,
        ConfigDocumentCalls.PATH,
        summary,
        false,
        options,
        Optional.empty(),
        List.of(HttpAnswer.JSON, ConfigDocumentCalls.YAML),
        Optional.empty());
  }

  private static OtherCall text(String path, String summary) {
    return new OtherCall(
        Verb.GET,
        path,
        summary,
        true,
        List.of(),
        Optional.empty(),
        List.of("text/plain"),
        Optional.empty());
  }
}
