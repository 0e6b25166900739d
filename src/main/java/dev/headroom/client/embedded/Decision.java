package dev.headroom.client.embedded;

import dev.headroom.client.Reply;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Refusal;
import dev.headroom.node.Node;
import dev.headroom.node.UncertainException;
import java.time.Duration;

/// What a node decides about a command, as a reply.
final class Decision {
  private Decision() {}

  /// Hands a command to a node.
  ///
  /// @param expected what its outcomes are
  static <T> Reply<T> of(Node node, Command command, Class<T> expected) {
    try {
      Answer answer = node.submit(command);
      return answer instanceof Refusal refusal
          ? new Reply.Refused<>(refusal)
          : new Reply.Decided<>(expected.cast(answer));
    } catch (UncertainException uncertain) {
      return new Reply.Silence<>(Duration.ZERO, uncertain.getMessage());
    }
  }
}
