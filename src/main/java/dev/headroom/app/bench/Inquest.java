package dev.headroom.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Finds out where the time goes between its making and [#end]. For one thread at a time.
final class Inquest {
  private static final String DRAWING_THREAD = "QuantumRenderer";
  private static final String SIMULATION_THREAD = "headroom-sandbox";

  /// How long it lets the engine be between two questions.
  private static final long BETWEEN_QUESTIONS_NANOS = 2_000_000;

  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Pauses pauses = new Pauses();
  private final AtomicLong answerNanosMax = new AtomicLong();
  private final Runnable question;
  private final Thread asking;
  private final long uiThread;
  private final long uiBegin;
  private final long drawingBegin;
  private final long simulationBegin;
  private final long processBegin = machine.getProcessCpuTime();
  private final long begin = System.nanoTime();
  private volatile boolean ended;

  /// Begins.
  ///
  /// @param uiThread the id of JavaFX's thread
  /// @param question something that the engine answers at once, if it can
  Inquest(long uiThread, Runnable question) {
    this.uiThread = uiThread;
    this.question = question;
    uiBegin = cpuNanos(uiThread);
    drawingBegin = cpuNanos(DRAWING_THREAD);
    simulationBegin = cpuNanos(SIMULATION_THREAD);
    machine.getCpuLoad(); // It tells the load since it was asked last.
    asking = Thread.ofPlatform().daemon().name("headroom-inquest").start(this::ask);
  }

  /// Ends, and says what it found.
  Causes end() throws InterruptedException {
    double nanos = System.nanoTime() - begin;
    double own = (machine.getProcessCpuTime() - processBegin) / nanos;
    double all = machine.getCpuLoad();
    ended = true;
    asking.join();
    pauses.close();
    return new Causes(
        (cpuNanos(uiThread) - uiBegin) / nanos,
        (cpuNanos(DRAWING_THREAD) - drawingBegin) / nanos,
        (cpuNanos(SIMULATION_THREAD) - simulationBegin) / nanos,
        Math.max(0, all - own / machine.getAvailableProcessors()),
        pauses.count(),
        pauses.millis(),
        pauses.millisMax(),
        (double) answerNanosMax.get() / TimeUnit.MILLISECONDS.toNanos(1));
  }

  private void ask() {
    while (!ended) {
      long asked = System.nanoTime();
      question.run();
      long took = System.nanoTime() - asked;
      answerNanosMax.accumulateAndGet(took, Math::max);
      LockSupport.parkNanos(this, BETWEEN_QUESTIONS_NANOS);
    }
  }

  private static long cpuNanos(String name) {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().startsWith(name))
        .mapToLong(thread -> cpuNanos(thread.getThreadId()))
        .sum();
  }

  private static long cpuNanos(long thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
  }
}
