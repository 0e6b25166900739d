package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.WaitPage;
import dev.headroom.model.Explanation;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks who waits, and explains the first of them by what binds them.
final class WaitRows {
  private static final int ROWS_MAX = 500;
  private static final int EXPLAINED_MAX = 40;

  private WaitRows() {}

  /// The question, which blocks until it is answered.
  ///
  /// @param below at and below which scope
  /// @param at the instance's time
  static Supplier<Listing.Fetched<WaitRow>> ask(Instance instance, ScopePath below, Instant at) {
    return () ->
        Listing.Fetched.from(
            instance.waits(below, 0, ROWS_MAX),
            (WaitPage page) -> Listing.Fetched.of(rows(instance, page, at), page.total()));
  }

  private static List<WaitRow> rows(Instance instance, WaitPage page, Instant at) {
    List<WaitRow> rows = new ArrayList<>();
    for (WaitStatus wait : page.waits()) {
      Optional<Explanation> chain =
          rows.size() < EXPLAINED_MAX ? explain(instance, wait) : Optional.empty();
      rows.add(Rows.waiting(wait, chain, at));
    }
    return rows;
  }

  private static Optional<Explanation> explain(Instance instance, WaitStatus wait) {
    return instance.explain(wait.path(), wait.type())
            instanceof Reply.Decided<Explanation>(var chain)
        ? Optional.of(chain)
        : Optional.empty();
  }
}
