package dev.headroom.server;

import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.Outcomes;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Requests;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Shape;
import dev.headroom.wire.json.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What programs do while they work: reserve, record, return, and look at what they have.
final class AllocationRoutes {
  private static final String ALL = "/v1/allocations";
  private static final String ONE = ALL + "/{allocationId}";

  private static final Parameter<AllocationStatus.State> STATUS =
      Parameter.byDefault(
          "status",
          Scalar.word(AllocationStatus.State.class),
          AllocationStatus.State.LIVE,
          "those that have their resources, or those that wait for them");

  /// The engine has no such place.
  private static final AllocationId NOBODYS = new AllocationId(Long.MAX_VALUE);

  private AllocationRoutes() {}

  static List<Route<?, ?>> all() {
    return Stream.of(requesting(), recording(), changing(), looking())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route<?, ?>> requesting() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST, ALL, Permission.ALLOCATE, "Reserve resources, or wait for them (A1)"),
            List.of(),
            Requests.ALLOCATE,
            Outcomes.ALLOCATED,
            (call, allocate) ->
                call.at(
                        allocate.request().path(),
                        () -> call.instance().allocate(allocate.id(), allocate.request()))
                    .map(call.veil()::over)),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + ":batch",
                Permission.ALLOCATE,
                "Reserve for several requests, each for itself or all or none (A6)"),
            List.of(),
            Requests.ALLOCATE_BATCH,
            Outcomes.OF_BATCH,
            AllocationRoutes::allocateAll));
  }

  private static List<Route<?, ?>> recording() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST,
                ONE + "/usage",
                Permission.RECORD_USAGE,
                "Record what an allocation consumed (U1)"),
            List.of(),
            Requests.USAGE,
            Outcomes.USED,
            (call, record) ->
                own(
                    call,
                    record.usage().allocation(),
                    () -> call.instance().recordUsage(record.id(), record.usage()))),
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/usage:batch",
                Permission.RECORD_USAGE,
                "Record many usages, each for itself (U1, A6)"),
            List.of(),
            Requests.USAGE_BATCH,
            Outcomes.BATCHED,
            AllocationRoutes::recordAll));
  }

  private static List<Route<?, ?>> changing() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST,
                ONE + "/renew",
                Permission.CHANGE_ALLOCATIONS,
                "Give an allocation a new expiry (A7)"),
            List.of(),
            Requests.RENEW,
            Outcomes.RENEWED,
            (call, renew) ->
                own(
                    call,
                    renew.allocation(),
                    () -> call.instance().renew(renew.id(), renew.allocation(), renew.lease()))),
        Route.change(
            new Route.Where(
                Verb.POST,
                ONE + "/resize",
                Permission.CHANGE_ALLOCATIONS,
                "Change how much of a type an allocation has in all (A7)"),
            List.of(),
            Requests.RESIZE,
            Outcomes.RESIZED,
            (call, resize) ->
                own(
                    call,
                    resize.allocation(),
                    () ->
                        call.instance()
                            .resize(
                                resize.id(), resize.allocation(), resize.type(), resize.amount()))),
        Route.change(
            new Route.Where(
                Verb.DELETE,
                ONE,
                Permission.CHANGE_ALLOCATIONS,
                "End an allocation, or the wait for one (A7)"),
            List.of(Parameter.ofCommand("requestId", Names.REQUEST, "an id of the caller's own")),
            Requests.RELEASE,
            Outcomes.RELEASED,
            (call, release) ->
                own(
                    call,
                    release.allocation(),
                    () -> call.instance().release(release.id(), release.allocation()))));
  }

  private static List<Route<?, ?>> looking() {
    return List.of(
        Route.read(
            ALL,
            "A page of the allocations at and below a scope, newest first",
            List.of(Addresses.BELOW, STATUS, Paging.LIMIT, Paging.CURSOR),
            new Route.Look<>(
                Page.of("AllocationPage", "allocations", Statuses.ALLOCATION),
                AllocationRoutes::list)),
        look(
            ONE,
            "One allocation, live or waiting",
            Statuses.ALLOCATION,
            call -> call.instance().allocation(call.get(Addresses.ALLOCATION))),
        look(
            ONE + "/place",
            "Where an allocation is, or was until lately",
            Answers.PLACE,
            call -> call.instance().placeOf(call.get(Addresses.ALLOCATION))),
        look(
            ONE + "/wait",
            "A request that waits: its position, who is in its way, and when it may fit",
            Statuses.WAIT,
            call -> call.instance().waiting(call.get(Addresses.ALLOCATION)).map(call.veil()::over)),
        look(
            ONE + "/decisions",
            "What was decided about an allocation where it was contended (A9)",
            Answers.DECISIONS,
            call ->
                call.instance().decisions(call.get(Addresses.ALLOCATION)).map(call.veil()::over)));
  }

  private static <A> Route<Void, A> look(
      String template, String summary, Shape<A> answer, Function<Call, Reply<A>> action) {
    return Route.read(
        template,
        summary,
        List.of(Addresses.ALLOCATION),
        new Route.Look<>(
            answer, call -> own(call, call.get(Addresses.ALLOCATION), () -> action.apply(call))));
  }

  /// Does something with an allocation of the caller's subtree; one elsewhere looks as if it did
  /// not exist.
  private static <T> Reply<T> own(Call call, AllocationId allocation, Supplier<Reply<T>> action) {
    if (call.seesAll()) {
      return action.get();
    }
    return call.instance()
        .placeOf(allocation)
        .then(path ->
            call.grant().covers(path)
                ? action.get()
                : new Reply.Refused<>(new Refusal.UnknownAllocation(allocation)));
  }

  private static Reply<Outcome.OfBatch> allocateAll(Call call, Command.AllocateBatch batch) {
    return call.atAll(
        batch.requests().stream().map(each -> each.request().path()).toList(),
        () -> call.instance().allocateAll(batch).map(call.veil()::over));
  }

  /// Each record is for itself: one of an allocation that is not the caller's is refused as one of
  /// an allocation that does not exist, and the others are recorded.
  private static Reply<Outcome.Batched> recordAll(Call call, Command.RecordUsageBatch batch) {
    if (call.seesAll()) {
      return call.instance().recordAll(batch);
    }
    List<Command.RecordUsage> seen =
        batch.records().stream()
            .map(each -> isElsewhere(call, each) ? ofNobody(each) : each)
            .toList();
    return call.instance()
        .recordAll(new Command.RecordUsageBatch(batch.id(), seen))
        .map(recorded -> named(recorded, batch));
  }

  private static boolean isElsewhere(Call call, Command.RecordUsage each) {
    return switch (call.instance().placeOf(each.usage().allocation())) {
      case Reply.Decided<ScopePath>(var path) -> !call.grant().covers(path);
      case Reply.Refused<ScopePath> _ -> false;
      case Reply.Silence<ScopePath> _ -> true;
    };
  }

  private static Command.RecordUsage ofNobody(Command.RecordUsage each) {
    UsageRecord usage = each.usage();
    return new Command.RecordUsage(
        each.id(),
        new UsageRecord(
            NOBODYS,
            usage.type(),
            usage.consumed(),
            usage.cost(),
            usage.category(),
            usage.labels()));
  }

  private static Outcome.Batched named(Outcome.Batched recorded, Command.RecordUsageBatch batch) {
    List<Answer> answers = new ArrayList<>(recorded.answers());
    for (int at = 0; at < answers.size(); at++) {
      if (answers.get(at) instanceof Refusal.UnknownAllocation) {
        AllocationId said = batch.records().get(at).usage().allocation();
        answers.set(at, new Refusal.UnknownAllocation(said));
      }
    }
    return new Outcome.Batched(List.copyOf(answers));
  }

  private static Reply<Page<AllocationStatus>> list(Call call) {
    int offset = call.get(Paging.CURSOR);
    var query =
        new AllocationQuery(
            call.get(Addresses.BELOW),
            call.get(STATUS) == AllocationStatus.State.WAITING,
            offset,
            call.get(Paging.LIMIT));
    return call.at(
        query.below(),
        () ->
            call.instance()
                .allocations(query)
                .map(page -> Paging.page(page.allocations(), page.total(), offset)));
  }
}
