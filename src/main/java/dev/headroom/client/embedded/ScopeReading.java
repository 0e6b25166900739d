package dev.headroom.client.embedded;

import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.engine.Inspector;
import dev.headroom.engine.RankedScopes;
import dev.headroom.engine.ScopeRanking;
import dev.headroom.engine.ScopeSearch;
import dev.headroom.engine.ScopeSelection;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.node.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One page of scopes, found and read in turns, so that commands need not wait for all of it. Used
/// once, by one thread.
final class ScopeReading {
  private final ScopeQuery query;
  private final ScopeSearch search;
  private Stage stage = Stage.BEGIN;
  private StatusReading page = new StatusReading(List.of());
  private int total;
  private int searched;
  private long sequence;

  private enum Stage {
    BEGIN,
    UNKNOWN,
    SEARCH,
    READ
  }

  ScopeReading(ScopeQuery query) {
    this.query = query;
    int end = (int) Math.min(Integer.MAX_VALUE, (long) query.offset() + query.count());
    search =
        new ScopeSearch(
            new ScopeSelection(
                query.below(),
                query.depth(),
                query.filter(),
                ranking(query.sort()),
                query.after(),
                end));
  }

  private static ScopeRanking ranking(ScopeQuery.Sort sort) {
    Optional<ResourceType> type = sort.type();
    if (type.isPresent()) {
      return new ScopeRanking.ByUse(type.get());
    }
    return switch (sort) {
      case PRESSURE -> new ScopeRanking.ByPressure();
      case COST -> new ScopeRanking.ByCost();
      case RECENCY -> new ScopeRanking.ByRecency();
      default -> new ScopeRanking.ByName();
    };
  }

  Reply<ScopePage> read(Node node) {
    node.inspectInTurns(this::turn);
    return stage == Stage.UNKNOWN
        ? new Reply.Refused<>(new Refusal.UnknownScope(query.below()))
        : new Reply.Decided<>(new ScopePage(page.read(), total, searched, sequence));
  }

  private boolean turn(Inspector engine, Instant now) {
    if (stage == Stage.BEGIN) {
      stage = engine.scope(query.below(), now).isEmpty() ? Stage.UNKNOWN : Stage.SEARCH;
      sequence = engine.sequence();
    }
    if (stage == Stage.SEARCH && !engine.step(search, now)) {
      stage = Stage.READ;
      RankedScopes found = search.found();
      page = new StatusReading(found.first().stream().skip(query.offset()).toList());
      total = found.total();
      searched = engine.scopeCount();
    }
    return switch (stage) {
      case BEGIN, UNKNOWN -> false;
      case SEARCH -> true;
      case READ -> page.turn(engine, now);
    };
  }
}
