package dev.headroom.history.suggestion;

import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Chooses suggestions that go together, the best first: none touches a limit or pool that another
/// one touches, and none raises at a scope what another takes away above or below it.
public final class Choice {
  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingInt(Choice::rank)
          .thenComparing(Suggestion::confidence, Comparator.reverseOrder())
          .thenComparing(Suggestion::risk)
          .thenComparing(suggestion -> suggestion.gain().percent(), Comparator.reverseOrder())
          .thenComparing(Suggestion::id);

  private final List<Suggestion> chosen = new ArrayList<>();
  private final Set<Touch> touched = new HashSet<>();
  private final Set<String> subjects = new HashSet<>();

  /// What is done to one limit.
  private record Touch(ScopePath path, LimitKey limit, boolean raises) {
    boolean contradicts(Touch other) {
      ResourceType type = limit.type();
      boolean same = path.equals(other.path) && limit.equals(other.limit);
      boolean related = path.isWithin(other.path) || other.path.isWithin(path);
      return same || (type == other.limit.type() && related && raises != other.raises);
    }
  }

  private Choice() {}

  /// Those that go together.
  public static List<Suggestion> of(List<Suggestion> found) {
    Choice choice = new Choice();
    found.stream().sorted(BEST_FIRST).forEach(choice::consider);
    return List.copyOf(choice.chosen);
  }

  /// First what keeps work from being done, then what costs, then what only lies idle.
  private static int rank(Suggestion suggestion) {
    return switch (suggestion.remedy().kind()) {
      case REBALANCE -> 0;
      case SOFTEN -> 1;
      case RAISE_ALLOWANCE -> 2;
      case CHANGE_STRATEGY -> 3;
      case SCHEDULE -> 4;
      case CACHE -> 5;
      case SUBSTITUTE -> 6;
      case RIGHT_SIZE_LEASE -> 7;
      case REDUCE_ALLOWANCE -> 8;
      case BATCH -> 9;
    };
  }

  private void consider(Suggestion suggestion) {
    List<Touch> touches = touches(suggestion).toList();
    boolean contradicts =
        touches.stream()
            .anyMatch(touch -> touched.stream().anyMatch(other -> other.contradicts(touch)));
    if (!contradicts && subjects.add(suggestion.id().value())) {
      touched.addAll(touches);
      chosen.add(suggestion);
    }
  }

  private static Stream<Touch> touches(Suggestion suggestion) {
    ScopePath path = suggestion.path();
    return switch (suggestion.remedy()) {
      case Remedy.ReduceAllowance(var limit, long _, long _) ->
          Stream.of(new Touch(path, limit, false));
      case Remedy.RaiseAllowance(var limit, long _, long _) ->
          Stream.of(new Touch(path, limit, true));
      case Remedy.Soften(var limit, long _, var _) -> Stream.of(new Touch(path, limit, true));
      case Remedy.Rebalance(var limit, var shares) ->
          shares.stream().map(share -> new Touch(share.path(), limit, share.to() > share.from()));
      case Remedy.Substitute _,
          Remedy.SubstituteType _,
          Remedy.Batch _,
          Remedy.Cache _,
          Remedy.Schedule _,
          Remedy.RightSizeLease _,
          Remedy.ChangeStrategy _ ->
          Stream.empty();
    };
  }
}
