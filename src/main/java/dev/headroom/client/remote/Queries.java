package dev.headroom.client.remote;

import dev.headroom.client.AlertPage;
import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.CheckpointPage;
import dev.headroom.client.ConflictPage;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.ConflictView;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.WaitPage;
import dev.headroom.client.json.AlertStates;
import dev.headroom.client.json.Answers;
import dev.headroom.client.json.Cursor;
import dev.headroom.client.json.Greeting;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Explanation;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.WaitStatus;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.wire.ConfigDocument;
import dev.headroom.wire.ConfigReading;
import dev.headroom.wire.json.Alerts;
import dev.headroom.wire.json.Conflicts;
import dev.headroom.wire.json.Forecasts;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Plans;
import dev.headroom.wire.json.Reports;
import dev.headroom.wire.json.ScopesPage;
import dev.headroom.wire.json.Shape;
import dev.headroom.wire.json.Statuses;
import dev.headroom.wire.json.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/// How what only looks is asked of a server.
final class Queries {
  private static final String PATH = "path";
  private static final int DIGITS_MAX = 18;

  /// The largest page that a server gives.
  private static final int PAGE_MAX = 1000;

  private static final Listing<ScopesPage> SCOPES =
      new Listing<>(
          ScopesPage.SHAPE,
          ScopesPage.COUNT_MAX,
          page -> page.scopes().size(),
          (first, next) ->
              new ScopesPage(
                  both(first.scopes(), next.scopes()),
                  next.total(),
                  next.searched(),
                  next.sequence(),
                  next.next()));

  private static final Listing<Page<AllocationStatus>> ALLOCATIONS =
      Listing.of("AllocationPage", "allocations", Statuses.ALLOCATION);
  private static final Listing<Page<WaitStatus>> WAITS =
      Listing.of("WaitPage", "waits", Statuses.WAIT);
  private static final Listing<Page<Checkpoint>> CHECKPOINTS =
      Listing.of("CheckpointPage", "checkpoints", Plans.CHECKPOINT);
  private static final Listing<Page<Conflict>> CONFLICTS =
      Listing.of("ConflictPage", "conflicts", Conflicts.CONFLICT);
  private static final Shape<Page<Alert>> ALERTS = Page.of("AlertPage", "alerts", Alerts.ALERT);

  private final Calls calls;

  Queries(Calls calls) {
    this.calls = calls;
  }

  Reply<Greeting> greeting() {
    return calls.get(calls.at("v1/instance"), Greeting.SHAPE);
  }

  Reply<ScopePage> scopes(ScopeQuery query) {
    HttpUrl.Builder at =
        at("v1/scopes", query.below())
            .addQueryParameter("depth", Integer.toString(query.depth()))
            .addQueryParameter("sort", query.sort().name())
            .addQueryParameter("filter", query.filter().text())
            .addQueryParameter("after", query.after().text());
    return list(at, new Span(query.offset(), query.count()), SCOPES)
        .map(page ->
            new ScopePage(
                page.scopes(),
                Math.toIntExact(page.total()),
                Math.toIntExact(page.searched()),
                page.sequence()));
  }

  Reply<ScopeStatus> scope(ScopePath path) {
    return calls.get(at("v1/scope", path), Statuses.SCOPE);
  }

  Reply<List<ScopeStatus>> scopesAt(List<ScopePath> paths) {
    List<ScopeStatus> scopes = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += PAGE_MAX) {
      List<ScopePath> some = paths.subList(from, Math.min(paths.size(), from + PAGE_MAX));
      var reply = calls.post("v1/scopes/look", Answers.PATHS, some, Answers.SCOPES);
      if (!(reply instanceof Reply.Decided<List<ScopeStatus>>(var found))) {
        return reply;
      }
      scopes.addAll(found);
    }
    return new Reply.Decided<>(List.copyOf(scopes));
  }

  Reply<Explanation> explain(ScopePath path, ResourceType type) {
    return calls.get(
        at("v1/explain", path).addQueryParameter("type", type.name()), Statuses.EXPLANATION);
  }

  Reply<AllocationStatus> allocation(AllocationId allocation) {
    return calls.get(of(allocation, ""), Statuses.ALLOCATION);
  }

  Reply<ScopePath> placeOf(AllocationId allocation) {
    return calls.get(of(allocation, "/place"), Answers.PLACE);
  }

  Reply<WaitStatus> waiting(AllocationId allocation) {
    return calls.get(of(allocation, "/wait"), Statuses.WAIT);
  }

  Reply<List<Conflict.Episode>> decisions(AllocationId allocation) {
    return calls.get(of(allocation, "/decisions"), Answers.DECISIONS);
  }

  Reply<AllocationPage> allocations(AllocationQuery query) {
    HttpUrl.Builder at =
        at("v1/allocations", query.below())
            .addQueryParameter("status", query.waiting() ? "WAITING" : "LIVE");
    return list(at, new Span(query.offset(), query.count()), ALLOCATIONS)
        .map(page -> new AllocationPage(page.items(), Math.toIntExact(page.total())));
  }

  Reply<WaitPage> waits(ScopePath below, int offset, int count) {
    return list(at("v1/waits", below), new Span(offset, count), WAITS)
        .map(page -> new WaitPage(page.items(), Math.toIntExact(page.total())));
  }

  Reply<CheckpointPage> checkpoints(ScopePath below, int offset, int count) {
    return list(at("v1/checkpoints", below), new Span(offset, count), CHECKPOINTS)
        .map(page -> new CheckpointPage(page.items(), Math.toIntExact(page.total())));
  }

  Reply<Checkpoint> checkpoint(CheckpointId checkpoint) {
    return calls.get(calls.at("v1/checkpoints/" + checkpoint), Plans.CHECKPOINT);
  }

  Reply<ConflictPage> conflicts(ConflictQuery query) {
    HttpUrl.Builder at =
        calls.at("v1/conflicts").addQueryParameter("state", query.open() ? "OPEN" : "CLOSED");
    return list(at, new Span(query.offset(), query.count()), CONFLICTS)
        .map(page -> new ConflictPage(page.items(), Math.toIntExact(page.total())));
  }

  /// @param waitingMax as many as a page has come at most
  Reply<ConflictView> conflict(ConflictId conflict, int waitingMax) {
    return calls.get(
        calls
            .at("v1/conflicts/" + conflict)
            .addQueryParameter("waiting", Integer.toString(Math.min(waitingMax, PAGE_MAX))),
        Answers.CONFLICT);
  }

  /// @param countMax as many as a page has come at most
  Reply<AlertPage> alerts(ScopePath below, Set<AlertState> states, int countMax) {
    if (states.isEmpty()) {
      return new Reply.Decided<>(new AlertPage(List.of(), 0));
    }
    return calls
        .get(
            at("v1/alerts", below)
                .addQueryParameter("state", AlertStates.write(states))
                .addQueryParameter("limit", Integer.toString(Math.min(countMax, PAGE_MAX))),
            ALERTS)
        .map(page -> new AlertPage(page.items(), Math.toIntExact(page.total())));
  }

  Reply<AlertOverview> alertOverview(ScopePath below, Set<AlertState> states) {
    return states.isEmpty()
        ? new Reply.Decided<>(new AlertOverview(List.of(), List.of()))
        : calls.get(
            at("v1/alerts/overview", below).addQueryParameter("state", AlertStates.write(states)),
            Alerts.OVERVIEW);
  }

  Reply<ScopeStatus.AlertCounts> shelvable(ScopePath below) {
    return calls.get(at("v1/alerts/shelvable", below), Statuses.ALERT_COUNTS);
  }

  Reply<List<PoolStatus>> pools() {
    return calls.get(calls.at("v1/pools"), Answers.POOLS);
  }

  Reply<PoolStatus> pool(PoolId pool) {
    return calls.get(calls.at("v1/pools/" + pool), Statuses.POOL);
  }

  Reply<UsageReport> usage(UsageQuery query) {
    HttpUrl.Builder at =
        at("v1/reports/usage", query.path())
            .addQueryParameter("from", query.from().toString())
            .addQueryParameter("to", query.to().toString())
            .addQueryParameter("children", Integer.toString(query.children()));
    query.step().ifPresent(step -> at.addQueryParameter("step", step.toString()));
    return calls.get(at, Reports.USAGE);
  }

  Reply<UsageForecast> forecast(ScopePath path) {
    return calls.get(at("v1/reports/forecast", path), Forecasts.USAGE);
  }

  Reply<Advice> suggestions(SuggestionQuery query, Calls.Wait wait) {
    return calls.getLong(
        at("v1/suggestions", query.path()).addQueryParameter("span", query.span().toString()),
        Suggestions.ADVICE,
        wait);
  }

  Reply<VersionedConfig> config() {
    return calls.get(calls.at("v1/config"), Queries::config);
  }

  private static Reply<VersionedConfig> config(Answer answer) {
    Optional<Long> version = answer.header("ETag").flatMap(Queries::number);
    Optional<Long> settings = answer.header("Headroom-Settings-Version").flatMap(Queries::number);
    return ConfigDocument.read(answer.body()) instanceof ConfigReading.Accepted(var config)
            && version.isPresent()
            && settings.isPresent()
        ? new Reply.Decided<>(new VersionedConfig(config, version.get(), settings.get()))
        : new Reply.Silence<>(Duration.ZERO, "its config document is not understood");
  }

  private static Optional<Long> number(String tag) {
    String digits = tag.replace("\"", "");
    boolean number =
        !digits.isEmpty()
            && digits.length() <= DIGITS_MAX
            && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  private HttpUrl.Builder of(AllocationId allocation, String what) {
    return calls.at("v1/allocations/" + allocation + what);
  }

  private HttpUrl.Builder at(String address, ScopePath path) {
    return calls.at(address).addQueryParameter(PATH, path.text());
  }

  /// Which part of a list is wanted.
  private record Span(int offset, int count) {}

  /// How parts of a list are read and put together.
  ///
  /// @param pageMax the largest page that a server gives
  private record Listing<A>(
      Shape<A> shape, int pageMax, ToIntFunction<A> size, BinaryOperator<A> join) {
    static <T> Listing<Page<T>> of(String name, String member, Shape<T> item) {
      return new Listing<>(
          Page.of(name, member, item),
          PAGE_MAX,
          page -> page.items().size(),
          (first, next) ->
              new Page<>(both(first.items(), next.items()), next.total(), next.next()));
    }
  }

  /// A part of a list; one that is longer than a server's pages comes in several.
  private <A> Reply<A> list(HttpUrl.Builder at, Span span, Listing<A> listing) {
    int limit = Math.min(span.count, listing.pageMax);
    at.setQueryParameter("limit", Integer.toString(limit));
    at.setQueryParameter("cursor", Cursor.at(span.offset));
    Reply<A> reply = calls.get(at, listing.shape);
    return reply.then(part -> {
      int size = listing.size.applyAsInt(part);
      if (size < limit || size == span.count) {
        return new Reply.Decided<>(part);
      }
      return list(at, new Span(span.offset + size, span.count - size), listing)
          .map(rest -> listing.join.apply(part, rest));
    });
  }

  private static <T> List<T> both(List<T> first, List<T> next) {
    return Stream.concat(first.stream(), next.stream()).toList();
  }
}
