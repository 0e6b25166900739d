package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.RequestLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out what those who wait in a line would get if what is there were split among them (rule
/// Q3, SHARING). Takes part who requires some of it and can have its minimum, in turn; where
/// someone starves, nobody who came later does (Q5).
final class Sharing {
  /// What one would get.
  record Share(Waiter waiter, long amount) {}

  private final EngineState state;

  Sharing(EngineState state) {
    this.state = state;
  }

  /// The shares of those who wait in a line, in turn.
  ///
  /// @param free what its constraint has left
  List<Share> split(WaitingLine line, long free) {
    List<Waiter> taking = new ArrayList<>();
    List<FairShares.Part> parts = new ArrayList<>();
    long left = free;
    long guarded = line.guardedArrival(state.now(), state.settings());
    Turns turns = new Turns(line, ConflictStrategy.SHARING, state.now(), state.settings());
    long leastWanted = line.leastWantedAbove(0).orElse(Long.MAX_VALUE);
    @Nullable Waiter waiter = turns.next(_ -> Long.MAX_VALUE);
    int eligible = guarded == Long.MAX_VALUE ? line.size() : line.countUpTo(guarded);
    while (waiter != null && left >= leastWanted && eligible > 0) {
      eligible -= waiter.arrival <= guarded ? 1 : 0;
      FairShares.Part part = part(waiter, line.site.type);
      if (part.asked() > 0 && part.least() <= left && waiter.arrival <= guarded) {
        taking.add(waiter);
        parts.add(part);
        left -= part.least();
      }
      waiter = turns.next(_ -> Long.MAX_VALUE);
    }
    long[] amounts = parts.isEmpty() ? new long[0] : FairShares.divide(free, parts);
    List<Share> shares = new ArrayList<>();
    for (int index = 0; index < amounts.length; index++) {
      shares.add(new Share(taking.get(index), amounts[index]));
    }
    return shares;
  }

  private static FairShares.Part part(Waiter waiter, int type) {
    long least = 0;
    long asked = 0;
    for (RequestLine line : waiter.request.lines()) {
      if (line.required() && line.type().ordinal() == type) {
        least += line.minimum();
        asked += line.amount();
      }
    }
    return new FairShares.Part(least, asked, waiter.request.priority().weight());
  }
}
