package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.past.Difference.Quantity;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.Csv;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/// What is different at two instants. Immutable.
///
/// @param rows the largest changes first; no more than [#ROWS_MAX]
/// @param counts how many there are of each kind, those left out included
/// @param differing scopes at which anything is different; no more than [#MARKED_MAX]
/// @param scopes how many scopes were compared
public record Comparison(
    List<Difference> rows,
    Map<Difference.Kind, Integer> counts,
    Set<ScopePath> differing,
    int scopes) {
  /// How many rows are kept; the smallest changes are left out.
  public static final int ROWS_MAX = 5_000;

  /// How many scopes are known to differ.
  public static final int MARKED_MAX = 100_000;

  /// How many differences there are in all.
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Rows of a kind whose scope or subject has some words in it.
  ///
  /// @param kind of which; all where it is empty
  /// @param words in whatever case; all where it is blank
  public List<Difference> rows(Optional<Difference.Kind> kind, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(row -> kind.map(only -> row.kind() == only).orElse(true))
        .filter(row -> (row.address() + " " + row.what()).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /// Rows as comma-separated values (RFC 4180): one quantity a line with every digit, or one
  /// subject with its words.
  public static String csv(List<Difference> rows) {
    StringBuilder text =
        new StringBuilder(Csv.line("kind", "scope", "what", "figure", "before", "after"));
    for (Difference row : rows) {
      String kind = row.kind().name();
      if (row.quantities().isEmpty()) {
        text.append(Csv.line(kind, row.address(), row.what(), "", row.before(), row.after()));
      }
      for (Quantity each : row.quantities()) {
        text.append(
            Csv.line(
                kind,
                row.address(),
                each.type().name(),
                each.measure().name(),
                digits(each.before()),
                digits(each.after())));
      }
    }
    return text.toString();
  }

  private static String digits(OptionalLong amount) {
    return amount.isPresent() ? Long.toString(amount.getAsLong()) : "";
  }

  /// Collects differences, however many there are. One thread.
  static final class Collector {
    private final PriorityQueue<Difference> largest =
        new PriorityQueue<>(Difference.LARGEST_FIRST.reversed());
    private final Map<Difference.Kind, Integer> counts = new EnumMap<>(Difference.Kind.class);
    private final Set<ScopePath> differing = new HashSet<>();
    private int scopes;

    /// Takes what is different.
    void add(Collection<Difference> differences) {
      for (Difference difference : differences) {
        counts.merge(difference.kind(), 1, Integer::sum);
        if (differing.size() < MARKED_MAX) {
          differing.add(difference.path());
        }
        largest.add(difference);
        if (largest.size() > ROWS_MAX) {
          largest.remove();
        }
      }
    }

    /// Counts a scope that was compared.
    void compared() {
      scopes++;
    }

    /// How many were compared by now.
    int scopes() {
      return scopes;
    }

    /// What there is.
    Comparison result() {
      List<Difference> rows = new ArrayList<>(largest);
      rows.sort(Difference.LARGEST_FIRST);
      return new Comparison(List.copyOf(rows), Map.copyOf(counts), Set.copyOf(differing), scopes);
    }
  }
}
