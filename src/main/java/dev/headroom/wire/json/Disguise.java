package dev.headroom.wire.json;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.RequestId;

/// What an instance's own numbers and names look like to whom they are told. The engine counts: if
/// someone who sees a part of it saw its ids grow, they could infer how much goes on elsewhere.
///
/// For one thread; that of the call for which it is [#CURRENT].
public interface Disguise {
  /// In which everything is written and read by this thread now; [#NONE] where there is none.
  ScopedValue<Disguise> CURRENT = ScopedValue.newInstance();

  /// Everything as the engine has it.
  Disguise NONE =
      new Disguise() {
        @Override
        public long shown(Kind kind, long own) {
          return own;
        }

        @Override
        public long own(Kind kind, long shown) {
          return shown;
        }

        @Override
        public RequestId shown(RequestId own) {
          return own;
        }

        @Override
        public RequestId own(RequestId said) {
          return said;
        }

        @Override
        public long headroom(ConstraintRef at, long headroom) {
          return headroom;
        }
      };

  /// What is counted, each by itself.
  enum Kind {
    ALLOCATION,
    CONFLICT,
    CHECKPOINT,
    EVENT,
    VERSION,
    LOAN
  }

  /// In which everything is written and read by this thread now.
  static Disguise current() {
    return CURRENT.orElse(NONE);
  }

  /// What to show instead of one of the engine's numbers; 0, which names nothing, stays 0.
  long shown(Kind kind, long own);

  /// The engine's number for one that was shown.
  ///
  /// @throws InvalidValueException where no such number is ever shown
  long own(Kind kind, long shown);

  /// What a caller says for a request id that the engine knows.
  RequestId shown(RequestId own);

  /// By what the engine knows a caller's request id.
  RequestId own(RequestId said);

  /// What to show of the headroom of a constraint; below 0 it tells by how much it is exceeded,
  /// which concerns only those who see it.
  long headroom(ConstraintRef at, long headroom);
}
