package dev.headroom.sandbox.copy;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.Optional;

/// What a caller did with an allocation, and does again with another one.
sealed interface Act {
  /// The command that does it.
  Command on(AllocationId allocation, RequestId id);

  /// What somebody does by a command; empty for what is not about one allocation, or no caller's.
  static Optional<Act> of(Command command) {
    return switch (command) {
      case Command.RecordUsage usage -> Optional.of(new Use(usage.usage()));
      case Command.Release _ -> Optional.of(new LetGo());
      case Command.Renew renew -> Optional.of(new Prolong(renew.lease()));
      case Command.Resize resize -> Optional.of(new Change(resize.type(), resize.amount()));
      default -> Optional.empty();
    };
  }

  /// Reports what is used.
  ///
  /// @param then the record of then
  record Use(UsageRecord then) implements Act {
    @Override
    public Command on(AllocationId allocation, RequestId id) {
      return new Command.RecordUsage(
          id,
          new UsageRecord(
              allocation,
              then.type(),
              then.consumed(),
              then.cost(),
              then.category(),
              then.labels()));
    }
  }

  /// Releases it.
  record LetGo() implements Act {
    @Override
    public Command on(AllocationId allocation, RequestId id) {
      return new Command.Release(id, allocation);
    }
  }

  /// Renews it.
  record Prolong(Duration lease) implements Act {
    @Override
    public Command on(AllocationId allocation, RequestId id) {
      return new Command.Renew(id, allocation, lease);
    }
  }

  /// Resizes it.
  record Change(ResourceType type, long amount) implements Act {
    @Override
    public Command on(AllocationId allocation, RequestId id) {
      return new Command.Resize(id, allocation, type, amount);
    }
  }
}
