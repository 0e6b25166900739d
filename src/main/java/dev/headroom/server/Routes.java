package dev.headroom.server;

import java.util.List;
import java.util.stream.Stream;

/// All routes of the API but its streams: from this one list come what is served and what is
/// described.
final class Routes {
  static final List<Route<?, ?>> ALL =
      Stream.of(
              AllocationRoutes.all(),
              ScopeRoutes.all(),
              ConfigRoutes.all(),
              LoanRoutes.all(),
              ConflictRoutes.all(),
              AlertRoutes.all(),
              PlanRoutes.all(),
              ReportRoutes.all(),
              SuggestionRoutes.all())
          .<Route<?, ?>>flatMap(List::stream)
          .toList();

  private Routes() {}
}
