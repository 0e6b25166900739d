package dev.headroom.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs of one kind, printed: each as it ends, or all of them as one JSON object. For one thread.
final class Series<T> {
  private final PrintWriter out;
  private final boolean json;
  private final Function<T, String> text;
  private final List<T> runs = new ArrayList<>();

  /// @param json whether it is printed as JSON
  /// @param head printed before all others, unless it is empty or for JSON
  /// @param text what a run is for people
  Series(PrintWriter out, boolean json, String head, Function<T, String> text) {
    this.out = out;
    this.json = json;
    this.text = text;
    if (!json && !head.isEmpty()) {
      out.println(head);
      out.flush();
    }
  }

  /// Another run has ended.
  void add(T run) {
    runs.add(run);
    if (!json) {
      out.println(text.apply(run));
      out.flush();
    }
  }

  /// All have ended.
  ///
  /// @param name what they are in JSON
  void end(String name) throws JsonProcessingException {
    if (json) {
      out.println(indented(Map.of(name, runs)));
    }
    out.flush();
  }

  /// For machines, and for people in need.
  static String indented(Object value) throws JsonProcessingException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }
}
