package dev.headroom.console.viewmodel;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks an instance, which may block, without making the UI thread wait. Failures are delivered to
/// the UI thread as what they are: bugs. Any thread may use it.
public final class Calls implements AutoCloseable {
  private final ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService words =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final Executor ui;
  private final AtomicInteger underway = new AtomicInteger();

  /// @param ui where answers are delivered
  public Calls(Executor ui) {
    this.ui = ui;
  }

  /// Asks, and delivers the answer to the UI thread, unless closed meanwhile. Questions overtake
  /// each other.
  public <T> void ask(Supplier<T> question, Consumer<T> answer) {
    start(
        questions,
        () -> {
          T value = question.get();
          deliver(() -> answer.accept(value));
        });
  }

  /// Says something that needs no answer; words are said in order.
  public void say(Runnable word) {
    start(words, word);
  }

  /// Tells the UI thread something that nobody asked for, unless closed meanwhile.
  public void tell(Runnable news) {
    deliver(news);
  }

  /// Does something that may take its time and that nobody waits for.
  void aside(Runnable deed) {
    start(questions, deed);
  }

  /// Whether all that was asked and said is answered and done; answers may still be on their way to
  /// the UI thread.
  public boolean isQuiet() {
    return underway.get() == 0;
  }

  /// Whoever is asked from now on does not hear it, and answers still under way are dropped.
  @Override
  public void close() {
    questions.shutdown();
    words.shutdown();
  }

  private void start(ExecutorService executor, Runnable work) {
    underway.incrementAndGet();
    try {
      executor.execute(() -> guard(work));
    } catch (RejectedExecutionException closed) {
      // The window turned to another instance: nobody waits for this answer any more.
      assert executor.isShutdown() : closed;
      underway.decrementAndGet();
    }
  }

  private void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error bug) {
      deliver(() -> {
        throw bug;
      });
    } finally {
      underway.decrementAndGet();
    }
  }

  private void deliver(Runnable action) {
    if (!questions.isShutdown()) {
      ui.execute(action);
    }
  }
}
