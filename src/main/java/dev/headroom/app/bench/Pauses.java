package dev.headroom.app.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/// How often and how long everything stands still to collect garbage, from its making until it is
/// closed. Any thread.
final class Pauses implements AutoCloseable {
  /// What collectors do beside the program; of that, only short halts are pauses.
  private static final List<String> BESIDE = List.of("Concurrent", "Cycles");

  private final NotificationListener listener = this::note;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong millis = new AtomicLong();
  private final AtomicLong millisMax = new AtomicLong();

  Pauses() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
    }
  }

  /// How many there were.
  long count() {
    return count.get();
  }

  /// How long, in all.
  long millis() {
    return millis.get();
  }

  /// How long at most.
  long millisMax() {
    return millisMax.get();
  }

  private void note(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      GarbageCollectionNotificationInfo about = GarbageCollectionNotificationInfo.from(data);
      if (BESIDE.stream().noneMatch(about.getGcName()::contains)) {
        long took = about.getGcInfo().getDuration();
        count.incrementAndGet();
        millis.addAndGet(took);
        millisMax.accumulateAndGet(took, Math::max);
      }
    }
  }

  @Override
  public void close() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      try {
        ((NotificationEmitter) collector).removeNotificationListener(listener);
      } catch (ListenerNotFoundException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
