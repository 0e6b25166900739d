package dev.headroom.sandbox;

import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The disturbances of one world: those under way, and those that are still to come because they
/// came before, when the same world was played.
///
/// What begins or ends at an instant does so after all else that happens then, what ends by itself
/// first; and no two things are done by hand at one instant. So it makes no difference whether
/// something is done now or was recorded. For one thread at a time.
final class Disturbances {
  /// Keeps the chances of one world's disturbances apart from each other and from the workload's.
  private static final long DICE_STRIDE = 0x9e3779b97f4a7c15L;

  private final Stage stage;
  private final long seed;

  /// What is still to be done, by instant.
  private final List<Deed> toCome = new ArrayList<>();

  private final List<Course> courses = new ArrayList<>();

  /// When something was done by hand last.
  private long lastDeedAt = Long.MIN_VALUE;

  /// Something that was done by hand.
  ///
  /// @param course what begins, or ends where it has begun
  private record Deed(long at, Course course) {}

  /// An injection from before it begins until it is over.
  private static final class Course {
    private Injection injection;
    private @Nullable Integer number;
    private Disturbance.@Nullable Underway underway;
    private Optional<Disturbance.Target> target = Optional.empty();
    private long until;

    Course(Injection injection) {
      this.injection = injection;
    }
  }

  /// @param recorded what was thrown in when it was played before
  Disturbances(Stage stage, long seed, List<Injection> recorded) {
    this.stage = stage;
    this.seed = seed;
    recorded.forEach(this::expect);
  }

  /// Has one begin when its time comes.
  void expect(Injection injection) {
    var course = new Course(injection);
    put(new Deed(injection.at().toEpochMilli(), course));
    injection.endedAt().ifPresent(end -> put(new Deed(end.toEpochMilli(), course)));
  }

  private void put(Deed deed) {
    int place = toCome.size();
    while (place > 0 && toCome.get(place - 1).at > deed.at) {
      place--;
    }
    toCome.add(place, deed);
  }

  /// When one of those under way acts next; [Workload#NEVER] where none does.
  long nextActionAt() {
    long next = Workload.NEVER;
    for (Course course : courses) {
      if (course.underway != null) {
        next = Math.min(next, course.underway.nextAt());
      }
    }
    return next;
  }

  /// When one begins or ends next; [Workload#NEVER] where none does.
  long nextTurnAt() {
    long next = toCome.isEmpty() ? Workload.NEVER : toCome.getFirst().at;
    for (Course course : courses) {
      if (course.underway != null) {
        next = Math.min(next, course.until);
      }
    }
    return Math.max(next, stage.now());
  }

  /// Does what is due first, where something is. The stage's clock stands at [#nextActionAt()].
  void act() {
    long at = nextActionAt();
    for (Course course : courses) {
      if (course.underway != null && course.underway.nextAt() == at) {
        course.underway.act();
        return;
      }
    }
  }

  /// Begins or ends what is due. The stage's clock stands at [#nextTurnAt()].
  void turn() {
    long now = stage.now();
    for (Course course : courses) {
      if (course.underway != null && course.until <= now) {
        end(course);
        return;
      }
    }
    Course course = toCome.removeFirst().course;
    lastDeedAt = now;
    if (course.number == null) {
      begin(course);
    } else {
      end(course);
    }
  }

  /// The first instant from then on at which something can be done by hand.
  long freeFrom(long millis) {
    return lastDeedAt < millis ? millis : lastDeedAt + 1;
  }

  /// Throws one in at the present, once all else that happens now is done.
  Injected add(Disturbance what, Optional<ScopePath> wanted) {
    var course = new Course(new Injection(what, wanted, Instant.ofEpochMilli(stage.now())));
    lastDeedAt = stage.now();
    begin(course);
    return of(course);
  }

  /// Ends one by hand at the present, once all else that happens now is done; nothing where it is
  /// over.
  ///
  /// @return whether it was under way
  boolean end(int number) {
    for (Course course : courses) {
      if (course.underway != null && numberOf(course) == number) {
        course.injection = course.injection.endedAt(Instant.ofEpochMilli(stage.now()));
        toCome.removeIf(deed -> deed.course.equals(course));
        lastDeedAt = stage.now();
        end(course);
        return true;
      }
    }
    return false;
  }

  /// All that have begun, in their order.
  List<Injected> begun() {
    return courses.stream().map(Disturbances::of).toList();
  }

  /// All of them, so that another world can have the same.
  List<Injection> recorded() {
    List<Injection> recorded = new ArrayList<>();
    courses.forEach(course -> recorded.add(course.injection));
    for (Deed deed : toCome) {
      if (deed.course.number == null && !recorded.contains(deed.course.injection)) {
        recorded.add(deed.course.injection);
      }
    }
    return recorded;
  }

  void hear(Event event) {
    for (Course course : courses) {
      if (course.underway != null) {
        course.underway.onEvent(event);
      }
    }
  }

  private void begin(Course course) {
    int number = courses.size() + 1;
    course.number = number;
    course.until = stage.now() + course.injection.what().lasts().toMillis();
    var aim =
        new Disturbance.Aim(
            course.injection.wanted(), new Dice(seed + number * DICE_STRIDE), number);
    Optional<Disturbance.Underway> begun = course.injection.what().begin(stage, aim);
    course.underway = begun.orElse(null);
    course.target = begun.map(Disturbance.Underway::target);
    if (begun.isEmpty()) {
      course.until = stage.now();
    }
    courses.add(course);
  }

  private void end(Course course) {
    if (course.underway != null) {
      course.underway.end();
      course.underway = null;
      course.until = stage.now();
    }
  }

  private static int numberOf(Course course) {
    return course.number == null ? 0 : course.number;
  }

  private static Injected of(Course course) {
    return new Injected(
        numberOf(course),
        course.injection,
        course.target,
        Instant.ofEpochMilli(course.until),
        course.underway == null);
  }
}
