package dev.headroom.app.report;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Reply;

/// What a server has answered.
final class ServerReply {
  private ServerReply() {}

  /// The answer.
  ///
  /// @throws UnusableInputException where the server refuses, or does not answer
  static <T> T of(Reply<T> reply) {
    return switch (reply) {
      case Reply.Decided<T>(var answer) -> answer;
      case Reply.Refused<T>(var refusal) ->
          throw new UnusableInputException("the server refuses: " + refusal.sentence());
      case Reply.Silence<T>(var _, var cause) ->
          throw new UnusableInputException("the server does not answer: " + cause);
    };
  }
}
