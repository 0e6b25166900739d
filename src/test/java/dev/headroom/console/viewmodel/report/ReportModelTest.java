package dev.headroom.console.viewmodel.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The page of reports")
@Timeout(60)
final class ReportModelTest {
  private final SmallWorld world = SmallWorld.open();
  private final Desk desk =
      new Desk(world.instance(), Runnable::run, new Clocks(() -> Instant.EPOCH, System::nanoTime));
  private final ReportModel model = new ReportModel(desk, ReportSpan.TODAY);
  private final BlockingQueue<ReportReading> readings = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    desk.close();
    world.close();
  }

  private ReportReading next() throws InterruptedException {
    ReportReading reading = readings.poll(30, TimeUnit.SECONDS);
    assertThat(reading).isNotNull();
    return reading;
  }

  private void listen() {
    model.listen(state -> {
      if (state instanceof ReportModel.State.Shown(var reading)) {
        readings.add(reading);
      }
    });
  }

  @Test
  @DisplayName("says of a scope what was used, of which types and by which children")
  void saysWhatWasUsed() throws InterruptedException {
    world.pass(Duration.ofMinutes(3));
    listen();
    model.open("/user:ada");
    ReportReading reading = next();
    assertThat(reading.title()).isEqualTo("user ada");
    assertThat(reading.span()).isEqualTo("4 Mar 2026 00:00 to 4 Mar 2026 14:05, UTC");
    assertThat(reading.tables())
        .flatExtracting(ReportReading.Table::rows)
        .extracting(List::getFirst)
        .contains("Tokens");
    assertThat(reading.bars()).hasSize(15);
    assertThat(reading.bars().getLast().height()).isEqualTo(1);
    assertThat(reading.bars().getFirst().height()).isZero();
    assertThat(reading.children()).extracting(ReportReading.Share::name).contains("swarm s1");
    assertThat(reading.csv()).contains("type,TOKENS,total,");
  }

  @Test
  @DisplayName("goes by the span that is chosen, and says where nothing happened")
  void goesBySpan() throws InterruptedException {
    world.pass(Duration.ofMinutes(3));
    listen();
    model.open("/");
    var _ = next();
    model.choose(ReportSpan.MONTH_BEFORE);
    ReportReading before = next();
    assertThat(before.span()).isEqualTo("1 Feb 2026 00:00 to 1 Mar 2026 00:00, UTC");
    assertThat(before.notes().getFirst()).isEqualTo("Nothing was used there within this span.");
    model.choose(ReportSpan.YEAR);
    assertThat(next().bars()).hasSize(12);
  }
}
