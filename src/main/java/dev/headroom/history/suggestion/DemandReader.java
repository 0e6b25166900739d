package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes jobs of commands and of what came of them. One thread.
public final class DemandReader {
  private final Instant from;
  private final List<JobDraft> drafts = new ArrayList<>();
  private final List<Demand.Other> others = new ArrayList<>();
  private final Map<AllocationId, JobDraft> byName = new HashMap<>();
  private long order;

  /// @param opening how the instance stood when the span began
  public DemandReader(Opening opening) {
    this.from = opening.at();
    opening.live().forEach(status -> standing(status, true));
    opening.waiting().forEach(status -> standing(status, false));
  }

  private void standing(AllocationStatus status, boolean live) {
    long at = from.toEpochMilli();
    JobDraft draft = new JobDraft(order++, at, Optional.of(status.id()), request(status));
    if (live) {
      draft.grant(
          at,
          status.lines().stream()
              .map(line -> new Job.Part(line.type(), Math.max(1, line.reserved())))
              .toList());
    }
    keep(status.id(), draft);
  }

  private AllocationRequest request(AllocationStatus status) {
    RequestLine[] lines =
        status.lines().stream()
            .map(line -> RequestLine.required(line.type(), Math.max(1, line.reserved())))
            .toArray(RequestLine[]::new);
    Duration left = Duration.between(from, status.until());
    return AllocationRequest.of(status.path(), lines)
        .withPriority(status.priority())
        .withLease(left.isPositive() ? left : Duration.ofMillis(1))
        .withPurpose(status.purpose());
  }

  private void keep(AllocationId name, JobDraft draft) {
    drafts.add(draft);
    byName.put(name, draft);
  }

  /// Takes the next command.
  ///
  /// @param at when
  /// @param events what happened, what fell due before it included
  public void heard(Instant at, Command command, Answer answer, List<Event> events) {
    order++;
    List<Event> own = new ArrayList<>();
    for (Event event : events) {
      boolean isNew =
          event.body() instanceof Event.Granted granted
              && !byName.containsKey(granted.allocation());
      if (isNew) {
        own.add(event);
      } else {
        happened(event);
      }
    }
    note(at.toEpochMilli(), command, answer, events);
    own.forEach(this::happened);
  }

  private void note(long when, Command command, Answer answer, List<Event> events) {
    switch (command) {
      case Command.Allocate(var _, var request) -> asked(when, request, answer, events);
      case Command.AllocateBatch batch -> askedTogether(when, batch, answer, events);
      case Command.RecordUsage(var _, var usage) -> used(when, usage, answer);
      case Command.RecordUsageBatch(var _, var records) -> usedTogether(when, records, answer);
      case Command.Release(var _, var name) ->
          of(name, answer).ifPresent(job -> job.add(new Deed.Release(job.after(when), order)));
      case Command.Renew(var _, var name, var lease) ->
          of(name, answer).ifPresent(job -> job.add(new Deed.Renew(job.after(when), order, lease)));
      case Command.Resize(var _, var name, var type, long amount) ->
          of(name, answer)
              .ifPresent(job -> job.add(new Deed.Resize(job.after(when), order, type, amount)));
      case Command.CloseScope _,
          Command.ApplyChanges _,
          Command.TopUp _,
          Command.LendQuota _,
          Command.RecallQuota _ ->
          others.add(new Demand.Other(when, order, command, answer));
      case Command.ReportScore _,
          Command.TakeCheckpoint _,
          Command.RestoreCheckpoint _,
          Command.ForgetCheckpoint _,
          Command.ResolveConflict _,
          Command.AcknowledgeAlert _,
          Command.ShelveAlerts _,
          Command.UnshelveAlerts _,
          Command.Foretell _,
          Command.AdvanceTime _ -> {}
    }
  }

  /// Said again, a request is answered as before, and nothing happens.
  private void asked(long at, AllocationRequest request, Answer answer, List<Event> events) {
    JobDraft draft = new JobDraft(order, at, Optional.empty(), request);
    switch (answer) {
      case Outcome.Granted granted -> begin(granted.allocation(), draft);
      case Outcome.Partial partial -> begin(partial.allocation(), draft);
      case Outcome.Queued queued -> {
        draft.queue(queued.at());
        begin(queued.allocation(), draft);
      }
      case Outcome.Denied denied -> {
        if (tellsOf(events, request)) {
          draft.deny(denied.denials());
          drafts.add(draft);
        }
      }
      default -> {}
    }
  }

  private static boolean tellsOf(List<Event> events, AllocationRequest request) {
    return events.stream()
        .anyMatch(event ->
            event.body() instanceof Event.Denied denied && denied.path().equals(request.path()));
  }

  private void begin(AllocationId name, JobDraft draft) {
    if (!byName.containsKey(name)) {
      keep(name, draft);
    }
  }

  private void askedTogether(
      long at, Command.AllocateBatch batch, Answer answer, List<Event> events) {
    if (answer instanceof Outcome.Batched(var answers)) {
      for (int place = 0; place < answers.size(); place++) {
        asked(at, batch.requests().get(place).request(), answers.get(place), events);
      }
    }
  }

  private void usedTogether(long at, List<Command.RecordUsage> records, Answer answer) {
    if (answer instanceof Outcome.Batched(var answers)) {
      for (int place = 0; place < answers.size(); place++) {
        used(at, records.get(place).usage(), answers.get(place));
      }
    }
  }

  private void used(long at, UsageRecord usage, Answer answer) {
    if (answer instanceof Outcome.Used used) {
      of(usage.allocation(), answer)
          .ifPresent(job ->
              job.add(
                  new Deed.Use(
                      job.after(at),
                      order,
                      usage.type(),
                      usage.consumed(),
                      usage.cost(),
                      used.cost().plusCapped(used.overageCharge()),
                      usage.category(),
                      usage.labels())));
    }
  }

  private Optional<JobDraft> of(AllocationId name, Answer answer) {
    return answer instanceof Outcome ? Optional.ofNullable(byName.get(name)) : Optional.empty();
  }

  private void happened(Event event) {
    long at = event.at().toEpochMilli();
    switch (event.body()) {
      case Event.Granted granted -> granted(at, granted);
      case Event.Denied(var _, var name, var denials, long _) ->
          name.map(byName::get).ifPresent(job -> job.deny(denials));
      case Event.Preempted preempted ->
          preempted.requeuedAs().ifPresent(again -> waitAgain(preempted.allocation(), again));
      case Event.Ended ended -> {
        JobDraft job = byName.get(ended.allocation());
        if (job != null && job.isGranted()) {
          job.end(ended.cause(), at);
        }
      }
      default -> {}
    }
  }

  private void granted(long at, Event.Granted granted) {
    List<Job.Part> parts = granted.lines().stream().map(DemandReader::part).toList();
    JobDraft job = byName.get(granted.allocation());
    if (job == null) {
      job = restored(at, granted);
    }
    job.grant(at, parts);
  }

  /// What a checkpoint gave back was asked for by nobody else.
  private JobDraft restored(long at, Event.Granted granted) {
    RequestLine[] lines =
        granted.lines().stream()
            .map(line -> RequestLine.required(line.type(), line.granted()))
            .toArray(RequestLine[]::new);
    AllocationRequest request =
        AllocationRequest.of(granted.path(), lines)
            .withLease(Duration.between(Instant.ofEpochMilli(at), granted.expiresAt()));
    JobDraft draft = new JobDraft(order, at, Optional.empty(), request);
    keep(granted.allocation(), draft);
    return draft;
  }

  private static Job.Part part(GrantedLine line) {
    return new Job.Part(line.type(), line.granted());
  }

  private void waitAgain(AllocationId name, AllocationId again) {
    JobDraft job = byName.get(name);
    if (job != null) {
      job.beginAnew();
      byName.put(again, job);
    }
  }

  /// How many requests there were so far.
  public int requests() {
    return drafts.size();
  }

  /// All of it.
  ///
  /// @param to when the span ends
  public Demand demand(Instant to) {
    return new Demand(from, to, drafts.stream().map(JobDraft::job).toList(), List.copyOf(others));
  }
}
