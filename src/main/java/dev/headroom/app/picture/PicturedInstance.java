package dev.headroom.app.picture;

import dev.headroom.client.Advisor;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Link;
import dev.headroom.client.LinkSubscriber;
import dev.headroom.client.LiveSubscriber;
import dev.headroom.client.LiveView;
import dev.headroom.client.Reply;
import dev.headroom.client.Subscription;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// An instance that can be put into the states that pictures are about: out of reach, read-only,
/// silent. Otherwise it is the one behind it, but with frames that come as soon as they can. Any
/// thread may use it.
final class PicturedInstance implements InvocationHandler {
  private static final Duration FRAME_INTERVAL = Duration.ofMillis(5);

  private final Instance behind;
  private final boolean silent;
  private final Instance shown;
  private final List<LinkSubscriber> linkSubscribers = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong frames;
  private volatile Instant newest = Instant.MIN;
  private volatile Optional<String> readOnlyCause = Optional.empty();
  private volatile Optional<Advice> advice = Optional.empty();

  /// @param silent whether it answers nothing
  PicturedInstance(Instance behind, boolean silent) {
    this(behind, silent, new AtomicLong());
  }

  private PicturedInstance(Instance behind, boolean silent, AtomicLong frames) {
    this.behind = behind;
    this.silent = silent;
    this.frames = frames;
    shown =
        (Instance)
            Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, this);
  }

  /// The instance for the console.
  Instance shown() {
    return shown;
  }

  /// How many frames have come.
  long frames() {
    return frames.get();
  }

  /// Of what time the newest frame is.
  Instant newest() {
    return newest;
  }

  /// Is reached like this from now on.
  void reach(Link link) {
    linkSubscribers.forEach(subscriber -> subscriber.onLink(link));
  }

  /// Suggests this from now on.
  void advise(Advice other) {
    advice = Optional.of(other);
  }

  /// Refuses changes from now on.
  ///
  /// @param cause why, for people
  void lock(String cause) {
    readOnlyCause = Optional.of(cause);
  }

  @SuppressWarnings("ReferenceEquality") // A proxy is equal to itself only.
  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "equals" -> proxy == first(arguments);
      case "hashCode" -> System.identityHashCode(proxy);
      case "close" -> close();
      case "watchLink" -> watchLink((LinkSubscriber) first(arguments));
      case "live" -> live((LiveSubscriber) Objects.requireNonNull(arguments)[1]);
      case "info" -> silent ? never() : info();
      case "advisor" -> advisor(method, arguments);
      case "asOf" -> pictured(behind(method, arguments));
      default -> silent ? never() : behind(method, arguments);
    };
  }

  private static Object first(Object @Nullable [] arguments) {
    return Objects.requireNonNull(arguments)[0];
  }

  private @Nullable Object behind(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private @Nullable Object advisor(Method method, Object @Nullable [] arguments) throws Throwable {
    if (advice.isPresent()) {
      return new SetAdvice(behind.advisor(), advice.get());
    }
    return silent ? never() : behind(method, arguments);
  }

  /// Suggests always the same.
  private record SetAdvice(Advisor behind, Advice advice) implements Advisor {
    @Override
    public Reply<Advice> suggestions(
        SuggestionQuery query, Cancellation cancellation, DoubleConsumer progress) {
      return new Reply.Decided<>(advice);
    }

    @Override
    public Reply<Dismissal> dismiss(Dismissal dismissal) {
      return behind.dismiss(dismissal);
    }

    @Override
    public Reply<Boolean> recall(Dismissal.Recall recall) {
      return behind.recall(recall);
    }
  }

  /// How it was is pictured like this too.
  private @Nullable Object pictured(@Nullable Object then) {
    return then instanceof Reply.Decided<?>(Instance instance)
        ? new Reply.Decided<>(new PicturedInstance(instance, false, frames).shown())
        : then;
  }

  private InstanceInfo info() {
    InstanceInfo info = behind.info();
    return new InstanceInfo(
        info.name(),
        info.kind(),
        info.now(),
        info.timeZone(),
        info.sequence(),
        info.scopes(),
        readOnlyCause.or(info::readOnlyCause));
  }

  private Subscription watchLink(LinkSubscriber subscriber) {
    linkSubscribers.add(subscriber);
    return () -> linkSubscribers.remove(subscriber);
  }

  private Object live(LiveSubscriber subscriber) throws InterruptedException {
    if (silent) {
      return never();
    }
    LiveView view =
        behind.live(
            FRAME_INTERVAL,
            frame -> {
              subscriber.onFrame(frame);
              newest = frame.at();
              frames.incrementAndGet();
            });
    return view;
  }

  private Object never() throws InterruptedException {
    closed.await();
    throw new IllegalStateException("closed without an answer");
  }

  private @Nullable Object close() {
    closed.countDown();
    behind.close();
    return null;
  }
}
