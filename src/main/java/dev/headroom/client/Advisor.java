package dev.headroom.client;

import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionQuery;
import java.util.function.DoubleConsumer;

/// Makes suggestions, and knows which of them nobody wants. For any thread, as the [Instance] that
/// it is of.
public interface Advisor {
  /// What could be done better at and below a scope, found out by replaying what was asked: takes
  /// seconds where that is much.
  ///
  /// @param cancellation ends it early, as does an interrupt of the calling thread, which stays
  ///   interrupted; the reply is silence then
  /// @param progress told how far it is, from 0 to 1, by whatever thread; may be told nothing
  Reply<Advice> suggestions(
      SuggestionQuery query, Cancellation cancellation, DoubleConsumer progress);

  /// Has a suggestion stay away until its evidence changes. Kept for as long as the instance.
  ///
  /// @param dismissal when it is made is for the instance to say
  Reply<Dismissal> dismiss(Dismissal dismissal);

  /// Has a dismissed suggestion shown again.
  ///
  /// @return whether it was dismissed
  Reply<Boolean> recall(Dismissal.Recall recall);
}
