package dev.headroom.console.viewmodel.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.past.Moment.Kind;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The moments of a span")
final class MomentsTest {
  private static final Instant BEGIN = Instant.parse("2026-03-04T14:00:00Z");
  private static final Instant END = BEGIN.plusSeconds(100);

  private final List<Moment> all = new ArrayList<>();

  private MomentsTest and(int second, Kind kind, Level level) {
    Event event =
        new Event(all.size() + 1, at(second), new Event.ScopeClosed(ScopePath.of("/user:ada")));
    all.add(new Moment(kind, level, new Moment.Told(event)));
    return this;
  }

  private static Instant at(int second) {
    return BEGIN.plusSeconds(second);
  }

  private Moments moments() {
    return new Moments(all);
  }

  @Test
  @DisplayName("lead from one to the next and back, those of one instant at once")
  void leadOn() {
    and(10, Kind.ALERT, Level.CALM).and(20, Kind.ALERT, Level.WARNING);
    Moments moments = and(20, Kind.CHANGE, Level.CALM).and(30, Kind.CONFLICT, Level.CALM).moments();
    assertThat(moments.next(BEGIN)).contains(at(10));
    assertThat(moments.next(at(10))).contains(at(20));
    assertThat(moments.next(at(20))).contains(at(30));
    assertThat(moments.next(at(30))).isEmpty();
    assertThat(moments.previous(at(30))).contains(at(20));
    assertThat(moments.previous(at(25))).contains(at(20));
    assertThat(moments.previous(at(10))).isEmpty();
    assertThat(moments.at(at(20))).hasSize(2);
    assertThat(moments.at(at(21))).isEmpty();
  }

  @Test
  @DisplayName("of one kind leave out the others")
  void areOfOneKind() {
    Moments moments = and(10, Kind.ALERT, Level.CALM).and(20, Kind.CHANGE, Level.CALM).moments();
    assertThat(moments.of(Optional.of(Kind.CHANGE)).next(BEGIN)).contains(at(20));
    assertThat(moments.of(Optional.empty())).isEqualTo(moments);
    assertThat(moments.count(Kind.ALERT)).isEqualTo(1);
  }

  @Test
  @DisplayName("are marked where they were, each with its own sign where there is room")
  void areMarked() {
    and(0, Kind.CHANGE, Level.CALM).and(25, Kind.ALERT, Level.CRITICAL);
    List<MomentMark> marks = and(100, Kind.CONFLICT, Level.CALM).moments().marks(BEGIN, END, 20);
    assertThat(marks).extracting(MomentMark::part).containsExactly(0.25, 0.0, 1.0);
    assertThat(marks)
        .extracting(MomentMark::kind)
        .containsExactly(Kind.ALERT, Kind.CHANGE, Kind.CONFLICT);
    assertThat(marks).extracting(MomentMark::isAlert).containsExactly(true, false, false);
  }

  @Test
  @DisplayName(
      "become one mark where they would cover each other, which is as grave as the gravest")
  void areMerged() {
    and(10, Kind.ALERT, Level.CALM).and(12, Kind.ALERT, Level.CRITICAL);
    and(15, Kind.ALERT, Level.WARNING).and(16, Kind.ALERT, Level.WARNING);
    and(16, Kind.CONFLICT, Level.WARNING);
    List<MomentMark> marks = and(18, Kind.CHANGE, Level.CALM).moments().marks(BEGIN, END, 20);
    assertThat(marks)
        .extracting(MomentMark::part, MomentMark::kind, MomentMark::level)
        .containsExactly(
            tuple(0.1, Kind.ALERT, Level.CRITICAL),
            tuple(0.16, Kind.ALERT, Level.WARNING),
            tuple(0.16, Kind.CHANGE, Level.WARNING));
    assertThat(marks.getFirst().moments().all()).hasSize(3);
  }

  @Test
  @DisplayName("are never more marks than have room, however many they are")
  void haveRoom() {
    for (int second = 0; second <= 100; second++) {
      and(second, Kind.ALERT, Level.WARNING).and(second, Kind.CHANGE, Level.CALM);
    }
    List<MomentMark> marks = moments().marks(BEGIN, END, 10);
    assertThat(marks).hasSizeLessThanOrEqualTo(2 * 11);
    assertThat(marks.stream().mapToInt(mark -> mark.moments().all().size()).sum())
        .isEqualTo(all.size());
  }
}
