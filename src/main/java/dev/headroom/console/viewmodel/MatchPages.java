package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks for all scopes that match a query, page by page, so that there is progress to tell and it
/// can be ended. Blocks; for any thread but that of the UI.
public final class MatchPages {
  /// Is told how far it has come.
  @FunctionalInterface
  public interface Progress {
    /// Something more was found.
    ///
    /// @param found how many are there by now
    /// @param total of how many
    void found(int found, int total);
  }

  private static final String CANCELLED = "cancelled";

  private final Instance instance;
  private final ScopePath home;
  private final Cancellation cancellation;
  private final Progress progress;

  /// @param home the highest scope that can be seen
  /// @param cancellation ends it early
  /// @param progress is told in the thread that asks
  public MatchPages(
      Instance instance, ScopePath home, Cancellation cancellation, Progress progress) {
    this.instance = instance;
    this.home = home;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  /// All that match, by name and each once, on one page; only the first ones where there are more
  /// than `most`, which the total tells.
  ///
  /// @return silence where it was cancelled
  public Reply<ScopePage> matching(ScopeFilter filter, int most) {
    List<ScopeStatus> scopes = new ArrayList<>();
    var query =
        new ScopeQuery(
            home, ScopeQuery.DEPTH_MAX, ScopeQuery.Sort.NAME, filter, 0, ScopeQuery.COUNT_MAX);
    while (!cancellation.isCancelled()) {
      Reply<ScopePage> reply = instance.scopes(query);
      if (!(reply instanceof Reply.Decided<ScopePage>(var page))) {
        return reply;
      }
      scopes.addAll(page.scopes());
      progress.found(scopes.size(), page.total());
      boolean tooMany = page.total() > most;
      if (tooMany || page.scopes().isEmpty() || scopes.size() >= page.total()) {
        // Scopes that come and go between two pages are no reason to call it too many.
        int total = tooMany ? page.total() : scopes.size();
        return new Reply.Decided<>(
            new ScopePage(List.copyOf(scopes), total, page.searched(), page.sequence()));
      }
      query = query.startingAfter(page.scopes().getLast().path());
    }
    return cancelled();
  }

  /// What there is to say of something that was cancelled.
  public static <T> Reply<T> cancelled() {
    return new Reply.Silence<>(Duration.ZERO, CANCELLED);
  }
}
