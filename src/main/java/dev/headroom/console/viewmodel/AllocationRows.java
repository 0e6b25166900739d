package dev.headroom.console.viewmodel;

import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Instance;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.function.Supplier;

/// Asks what is allocated.
final class AllocationRows {
  private static final int ROWS_MAX = 500;

  private AllocationRows() {}

  /// The question, which blocks until it is answered.
  ///
  /// @param below at and below which scope
  /// @param at the instance's time
  static Supplier<Listing.Fetched<AllocationRow>> ask(
      Instance instance, ScopePath below, Instant at) {
    var query = new AllocationQuery(below, false, 0, ROWS_MAX);
    return () ->
        Listing.Fetched.from(
            instance.allocations(query),
            (AllocationPage page) ->
                Listing.Fetched.of(
                    page.allocations().stream().map(status -> Rows.allocation(status, at)).toList(),
                    page.total()));
  }
}
