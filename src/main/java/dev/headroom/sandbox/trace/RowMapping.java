package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.trace.Work.Spending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says what each row means to the engine. Must see the rows in their order.
///
/// A call to a language model reserves its tokens, context and generated, and one API call; it
/// takes [#MILLIS_PER_TOKEN] for each generated token, then has spent all of that. Calls without a
/// token reserve the API call only.
///
/// A job of a cluster holds 1000 millicores per processor and spends its run time out of the time
/// it requested, the run time where that is unknown. Its lease is the requested time, at least the
/// run time, and within the model's bounds of a millisecond and 30 days: so a job that ran and
/// requested 0 s has a lease, and a reservation of time, of 1 ms, of which it spends nothing. If it
/// is preempted it waits again, as batch systems do.
///
/// Requests can be said to be content with part of their processors or tokens, and may be shrunk to
/// that for others. Such a job asks for as much more time as it would need with the least.
final class RowMapping {
  /// How long a model takes for one token that it generates.
  static final long MILLIS_PER_TOKEN = 25;

  private static final long MILLICORES_PER_PROCESSOR = 1000;
  private static final Spending ONE_CALL = new Spending(ResourceType.API_CALLS, 1);
  private static final RequestLine ONE_CALL_LINE = RequestLine.required(ResourceType.API_CALLS, 1);

  private final LlmCallers callers;
  private final Duration maxWait;
  private final int leastPercent;

  /// @param seed where the users of an LLM trace come from
  /// @param maxWait how long every request may wait
  /// @param leastPercent how much of its processors or tokens every request is content with
  RowMapping(long seed, Duration maxWait, int leastPercent) {
    this.callers = new LlmCallers(seed);
    this.maxWait = maxWait;
    this.leastPercent = leastPercent;
  }

  /// The types that rows of a format use.
  static List<ResourceType> types(TraceFormat format) {
    return switch (format) {
      case LLM -> List.of(ResourceType.TOKENS, ResourceType.API_CALLS);
      case SWF -> List.of(ResourceType.TIME, ResourceType.COMPUTE);
    };
  }

  /// What the next row means.
  Work workOf(TraceRow row) {
    return switch (row) {
      case TraceRow.LlmCall call -> workOf(call);
      case TraceRow.SwfJob job -> workOf(job);
    };
  }

  private Work workOf(TraceRow.LlmCall call) {
    ScopePath path = callers.next(call.atMillis());
    long runMillis = call.generatedTokens() * MILLIS_PER_TOKEN;
    Duration lease =
        runMillis < AllocationRequest.LEASE_DEFAULT.toMillis()
            ? AllocationRequest.LEASE_DEFAULT
            : Duration.ofMillis(runMillis + 1);
    long tokens = call.contextTokens() + call.generatedTokens();
    if (tokens == 0) {
      return new Work(
          call.line(), request(path, List.of(ONE_CALL_LINE), lease), runMillis, List.of(ONE_CALL));
    }
    return new Work(
        call.line(),
        request(path, List.of(shareable(ResourceType.TOKENS, tokens), ONE_CALL_LINE), lease),
        runMillis,
        List.of(new Spending(ResourceType.TOKENS, tokens), ONE_CALL));
  }

  private Work workOf(TraceRow.SwfJob job) {
    ScopePath path =
        new ScopePath("/user:g" + job.group() + "/swarm:u" + job.user() + "/run:j" + job.job());
    long requested = stretched(job.requestedMillis().orElse(job.runMillis()));
    long lease = Math.max(1, Math.max(requested, stretched(job.runMillis())));
    List<RequestLine> lines =
        List.of(
            shareable(ResourceType.COMPUTE, job.processors() * MILLICORES_PER_PROCESSOR),
            RequestLine.required(ResourceType.TIME, Math.max(1, requested)));
    List<Spending> spends = new ArrayList<>(1);
    if (job.runMillis() > 0) {
      spends.add(new Spending(ResourceType.TIME, job.runMillis()));
    }
    Duration bounded = Duration.ofMillis(Math.min(lease, AllocationRequest.LEASE_MAX.toMillis()));
    return new Work(job.line(), request(path, lines, bounded), job.runMillis(), spends);
  }

  private AllocationRequest request(ScopePath path, List<RequestLine> lines, Duration lease) {
    return new AllocationRequest(
        path,
        lines,
        Priority.NORMAL,
        lease,
        maxWait,
        leastPercent < 100,
        !maxWait.isZero(),
        "",
        Map.of());
  }

  private RequestLine shareable(ResourceType type, long amount) {
    return RequestLine.required(type, amount).atLeast(Math.max(1, amount * leastPercent / 100));
  }

  private long stretched(long millis) {
    return (millis * 100 + leastPercent - 1) / leastPercent;
  }
}
