package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.client.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An answer that may take its time")
@Timeout(60)
final class LongAnswerTest {
  private static HttpAnswer answer() {
    return HttpAnswer.json("{\"a\":\n1}".getBytes(StandardCharsets.UTF_8));
  }

  /// Tells when something was written.
  private static final class Wire extends ByteArrayOutputStream {
    private final CountDownLatch progressed = new CountDownLatch(1);

    @Override
    public void flush() {
      if (text().contains("progress")) {
        progressed.countDown();
      }
    }

    private String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  @DisplayName("tells how far it is, and at last its status and itself")
  void tellsProgress() throws IOException {
    Wire wire = new Wire();
    LongAnswer answer =
        new LongAnswer(waiting -> {
          waiting.progress().accept(0.25);
          await(wire.progressed);
          return answer();
        });
    assertThat(answer.tell(() -> wire)).isEmpty();
    assertThat(wire.text())
        .startsWith("event: progress\ndata: {\"part\":0.250}\n\n")
        .endsWith("event: answer\nid: 200\ndata: {\"a\": 1}\n\n");
  }

  @Test
  @DisplayName("is given as to anyone where it is known soon")
  void isGivenAtOnce() throws IOException {
    Optional<HttpAnswer> soon =
        new LongAnswer(_ -> answer())
            .tell(() -> {
              throw new AssertionError("nothing is to be streamed");
            });
    assertThat(soon.orElseThrow().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("is not worked out any further once its caller is gone")
  void isCancelled() {
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicReference<Cancellation> seen = new AtomicReference<>();
    LongAnswer answer =
        new LongAnswer(waiting -> {
          seen.set(waiting.cancellation());
          waiting.cancellation().onCancel(cancelled::countDown);
          await(cancelled);
          return answer();
        });
    assertThatThrownBy(() -> answer.tell(LongAnswerTest::broken)).isInstanceOf(IOException.class);
    assertThat(seen.get().isCancelled()).isTrue();
  }

  private static OutputStream broken() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("nobody is there");
      }
    };
  }
}
