package dev.headroom.history.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/// How much of a constraint will be used if demand goes on in one way: straight between the
/// instants of which something is said.
final class Course {
  private final List<Point> points = new ArrayList<>();
  private final double allowance;

  /// How much is used.
  ///
  /// @param millis how long from now
  record Point(long millis, double used) {}

  private Course(Claim claim) {
    this.allowance = claim.allowance();
    points.add(new Point(0, claim.used()));
  }

  /// Goes as far as was looked back: beyond what is said about the farthest horizon as up to there.
  ///
  /// @param which of what is said about each horizon
  /// @param lengthMax how far it goes at most, in milliseconds
  static Course of(
      Claim claim, Forecast forecast, ToDoubleFunction<Outlook> which, long lengthMax) {
    Course course = new Course(claim);
    long bucket = forecast.bucket().toMillis();
    int seen = forecast.seen();
    double sumBefore = 0;
    double meanBefore = forecast.ahead().getFirst().mean().expected();
    for (Forecast.Ahead ahead : forecast.ahead()) {
      double mean = which.applyAsDouble(ahead.mean());
      double sum = Math.max(sumBefore, ahead.buckets() * mean);
      double risen = mean + ahead.mean().expected() - meanBefore;
      course.go(claim, ahead.buckets() * bucket, claim.isHeld() ? risen : sum - sumBefore);
      sumBefore = sum;
      meanBefore = ahead.mean().expected();
    }
    int farthest = forecast.ahead().getLast().buckets();
    double rest = sumBefore / farthest * (seen - farthest);
    course.go(claim, seen * bucket, claim.isHeld() ? course.points.getLast().used : rest);
    course.cut(lengthMax);
    return course;
  }

  /// @param demand what is consumed until then; of a held type what is held then
  private void go(Claim claim, long millis, double demand) {
    Point last = points.getLast();
    double used =
        claim.isHeld()
            ? Math.max(0, demand)
            : Math.max(
                (double) claim.least(), last.used + demand - claim.gained(millis - last.millis));
    points.add(new Point(millis, used));
  }

  private void cut(long length) {
    Point last = points.getLast();
    while (last.millis > length) {
      points.removeLast();
      Point before = points.getLast();
      if (before.millis < length) {
        double share = (double) (length - before.millis) / (last.millis - before.millis);
        points.add(new Point(length, before.used + share * (last.used - before.used)));
      }
      last = points.getLast();
    }
  }

  /// From now on, the nearest first.
  List<Point> points() {
    return List.copyOf(points);
  }

  /// In how many milliseconds nothing is left; empty where that is farther than it goes.
  OptionalLong exhaustion() {
    Point before = points.getFirst();
    for (Point point : points) {
      if (point.used >= allowance) {
        double rise = point.used - before.used;
        double share = rise > 0 ? Math.max(0, (allowance - before.used) / rise) : 0;
        return OptionalLong.of(before.millis + Math.round(share * (point.millis - before.millis)));
      }
      before = point;
    }
    return OptionalLong.empty();
  }
}
