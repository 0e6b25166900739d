package dev.headroom.sandbox;

import dev.headroom.model.Event;
import java.util.List;

/// Several workloads on one stage. Who is due first acts first; at one instant, in their order.
public final class Together implements Workload {
  private final List<Workload> workloads;

  /// @param workloads at least one; their own from now on
  public Together(List<Workload> workloads) {
    this.workloads = List.copyOf(workloads);
  }

  @Override
  public long nextAt() {
    return workloads.stream().mapToLong(Workload::nextAt).min().orElse(NEVER);
  }

  @Override
  public void act() {
    long at = nextAt();
    workloads.stream().filter(each -> each.nextAt() == at).findFirst().ifPresent(Workload::act);
  }

  @Override
  public void onEvent(Event event) {
    workloads.forEach(each -> each.onEvent(event));
  }

  @Override
  public void close() {
    workloads.forEach(Workload::close);
  }
}
