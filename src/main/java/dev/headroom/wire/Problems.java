package dev.headroom.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one document. Used by one thread.
final class Problems {
  /// More than anyone repairs in one go; a document of other things entirely has one per line.
  static final int COUNT_MAX = 1000;

  private final List<ConfigProblem> noted = new ArrayList<>();
  private long count;

  void note(int line, String key, String message) {
    count++;
    if (noted.size() < COUNT_MAX) {
      noted.add(new ConfigProblem(line, key, message));
    }
  }

  /// How many there are so far, listed or not.
  long count() {
    return count;
  }

  /// All of them by line; the last one says so where there are more than are listed.
  List<ConfigProblem> all() {
    List<ConfigProblem> all = new ArrayList<>(noted);
    all.sort(Comparator.comparingInt(ConfigProblem::line));
    if (count > noted.size()) {
      String more = "and " + (count - noted.size()) + " more problems, not listed";
      all.add(new ConfigProblem(all.getLast().line(), "", more));
    }
    return all;
  }
}
