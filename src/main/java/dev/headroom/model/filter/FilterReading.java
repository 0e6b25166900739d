package dev.headroom.model.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came of reading a filter.
public sealed interface FilterReading {
  /// It means something.
  record Understood(ScopeFilter filter) implements FilterReading {}

  /// It means nothing.
  ///
  /// @param fault the first thing that is wrong
  record Faulty(FilterFault fault) implements FilterReading {}

  /// Reads a filter.
  static FilterReading of(String text) {
    Matcher words = Pattern.compile("\\S+").matcher(text);
    List<Term> terms = new ArrayList<>();
    while (words.find()) {
      var reader = new TermReader(words.group(), words.start());
      Optional<Term> term = reader.read();
      if (term.isEmpty()) {
        return new Faulty(reader.fault());
      }
      terms.add(term.get());
    }
    return new Understood(new ScopeFilter(text.strip(), terms));
  }
}
