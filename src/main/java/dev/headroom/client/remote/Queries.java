package dev.headroom.client.remote;

import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.ConflictPage;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.ConflictView;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.WaitPage;
import dev.headroom.client.json.Answers;
import dev.headroom.client.json.Greeting;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
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
import dev.headroom.wire.ConfigDocument;
import dev.headroom.wire.ConfigReading;
import dev.headroom.wire.json.Conflicts;
import dev.headroom.wire.json.Forecasts;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Reports;
import dev.headroom.wire.json.ScopesPage;
import dev.headroom.wire.json.Statuses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// How what only looks is asked of a server.
final class Queries {
  private static final int DIGITS_MAX = 18;

  private static final Listing<ScopesPage> SCOPES =
      new Listing<>(
          ScopesPage.SHAPE,
          ScopesPage.COUNT_MAX,
          page -> page.scopes().size(),
          (first, next) ->
              new ScopesPage(
                  Listing.both(first.scopes(), next.scopes()),
                  next.total(),
                  next.searched(),
                  next.sequence(),
                  next.next()));

  private static final Listing<Page<AllocationStatus>> ALLOCATIONS =
      Listing.of("AllocationPage", "allocations", Statuses.ALLOCATION);
  private static final Listing<Page<WaitStatus>> WAITS =
      Listing.of("WaitPage", "waits", Statuses.WAIT);
  private static final Listing<Page<Conflict>> CONFLICTS =
      Listing.of("ConflictPage", "conflicts", Conflicts.CONFLICT);

  private final Calls calls;

  Queries(Calls calls) {
    this.calls = calls;
  }

  Reply<Greeting> greeting() {
    return calls.get(calls.at("v1/instance"), Greeting.SHAPE);
  }

  Reply<ScopePage> scopes(ScopeQuery query) {
    HttpUrl.Builder at =
        calls
            .at("v1/scopes", query.below())
            .addQueryParameter("depth", Integer.toString(query.depth()))
            .addQueryParameter("sort", query.sort().name())
            .addQueryParameter("filter", query.filter().text())
            .addQueryParameter("after", query.after().text());
    return SCOPES
        .ask(calls, at, query.offset(), query.count())
        .map(page ->
            new ScopePage(
                page.scopes(),
                Math.toIntExact(page.total()),
                Math.toIntExact(page.searched()),
                page.sequence()));
  }

  Reply<ScopeStatus> scope(ScopePath path) {
    return calls.get(calls.at("v1/scope", path), Statuses.SCOPE);
  }

  Reply<List<ScopeStatus>> scopesAt(List<ScopePath> paths) {
    List<ScopeStatus> scopes = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += Listing.PAGE_MAX) {
      List<ScopePath> some = paths.subList(from, Math.min(paths.size(), from + Listing.PAGE_MAX));
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
        calls.at("v1/explain", path).addQueryParameter("type", type.name()), Statuses.EXPLANATION);
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
        calls
            .at("v1/allocations", query.below())
            .addQueryParameter("status", query.waiting() ? "WAITING" : "LIVE");
    return ALLOCATIONS
        .ask(calls, at, query.offset(), query.count())
        .map(page -> new AllocationPage(page.items(), Math.toIntExact(page.total())));
  }

  Reply<WaitPage> waits(ScopePath below, int offset, int count) {
    return WAITS
        .ask(calls, calls.at("v1/waits", below), offset, count)
        .map(page -> new WaitPage(page.items(), Math.toIntExact(page.total())));
  }

  Reply<ConflictPage> conflicts(ConflictQuery query) {
    HttpUrl.Builder at =
        calls.at("v1/conflicts").addQueryParameter("state", query.open() ? "OPEN" : "CLOSED");
    return CONFLICTS
        .ask(calls, at, query.offset(), query.count())
        .map(page -> new ConflictPage(page.items(), Math.toIntExact(page.total())));
  }

  /// @param waitingMax as many as a page has come at most
  Reply<ConflictView> conflict(ConflictId conflict, int waitingMax) {
    return calls.get(
        calls
            .at("v1/conflicts/" + conflict)
            .addQueryParameter("waiting", Integer.toString(Math.min(waitingMax, Listing.PAGE_MAX))),
        Answers.CONFLICT);
  }

  Reply<List<PoolStatus>> pools() {
    return calls.get(calls.at("v1/pools"), Answers.POOLS);
  }

  Reply<PoolStatus> pool(PoolId pool) {
    return calls.get(calls.at("v1/pools/" + pool), Statuses.POOL);
  }

  Reply<UsageReport> usage(UsageQuery query) {
    HttpUrl.Builder at =
        calls
            .at("v1/reports/usage", query.path())
            .addQueryParameter("from", query.from().toString())
            .addQueryParameter("to", query.to().toString())
            .addQueryParameter("children", Integer.toString(query.children()));
    query.step().ifPresent(step -> at.addQueryParameter("step", step.toString()));
    return calls.get(at, Reports.USAGE);
  }

  Reply<UsageForecast> forecast(ScopePath path) {
    return calls.get(calls.at("v1/reports/forecast", path), Forecasts.USAGE);
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
}
