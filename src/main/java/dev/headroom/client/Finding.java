package dev.headroom.client;

import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;

/// What was found at one step of reaching an instance behind a server.
public sealed interface Finding {
  /// Which step.
  Step step();

  /// The steps, in their order; one that fails is the last.
  enum Step {
    /// Something answers at the address.
    ADDRESS,
    /// What is said on the way is for the server only.
    ENCRYPTION,
    /// The server knows the token.
    TOKEN,
    /// It is a server that can be spoken with.
    VERSION,
    /// What happens there is told at once.
    STREAMS
  }

  /// Something answers.
  ///
  /// @param place host and port
  /// @param after how long it took
  record Reached(String place, Duration after) implements Finding {
    @Override
    public Step step() {
      return Step.ADDRESS;
    }
  }

  /// The connection is encrypted, and the server is who it says.
  ///
  /// @param protocol such as `TLSv1.3`
  /// @param authority who vouches for it
  /// @param until the end of its certificate
  record Encrypted(String protocol, String authority, Instant until) implements Finding {
    @Override
    public Step step() {
      return Step.ENCRYPTION;
    }
  }

  /// The connection is not encrypted.
  ///
  /// @param loopback whether it does not leave this machine
  record Unencrypted(boolean loopback) implements Finding {
    @Override
    public Step step() {
      return Step.ENCRYPTION;
    }
  }

  /// The server knows the token.
  ///
  /// @param role what it may do, as a word such as `operator`
  /// @param subtree where
  record LetIn(String role, ScopePath subtree) implements Finding {
    @Override
    public Step step() {
      return Step.TOKEN;
    }
  }

  /// The server can be spoken with.
  ///
  /// @param version of the API
  /// @param instance what it serves
  record Understood(int version, InstanceInfo instance) implements Finding {
    @Override
    public Step step() {
      return Step.VERSION;
    }
  }

  /// Events and the live view come through.
  ///
  /// @param after how long it took
  record Streaming(Duration after) implements Finding {
    @Override
    public Step step() {
      return Step.STREAMS;
    }
  }

  /// It goes no further.
  ///
  /// @param step which failed
  /// @param problem of which kind
  /// @param detail what exactly was in the way, for people; may be empty
  record Failed(Step step, Problem problem, String detail) implements Finding {}

  /// Why a step fails.
  enum Problem {
    /// It is no address, or one to which a token must not be sent.
    NO_ADDRESS,
    /// The file of certificates cannot be used.
    NO_AUTHORITY,
    NO_HOST,
    NOTHING_LISTENS,
    NO_WAY,
    /// No answer came in time.
    SILENT,
    /// Nobody who is trusted vouches for the server.
    UNTRUSTED,
    /// Its certificate is for another host.
    WRONG_HOST,
    NO_TLS,
    /// The server does not know the token.
    STRANGER,
    /// The server is not ready, or has too much to do.
    BUSY,
    /// What answers is no Headroom server.
    NOT_HEADROOM,
    /// It speaks another version of the API.
    OTHER_VERSION,
    /// A stream was refused.
    NO_STREAM,
    /// A stream was begun, and then nothing came through it.
    HELD_BACK,
    /// The connection broke.
    BROKEN
  }
}
