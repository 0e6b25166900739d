package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Finding;
import dev.headroom.model.Secret;
import java.util.List;
import java.util.Optional;

/// Opens what an administrator wants to look at. Any thread may call it; [#open] takes its time.
public interface Places {

  /// What a sandbox can play, in the order to offer it.
  List<SandboxControl.Scenario> scenarios();

  /// Opens a place.
  ///
  /// @param cancellation ends it early, where it takes long
  Opening open(Place place, Progress progress, Cancellation cancellation);

  /// Why there can be no server at an address, or a token must not be sent there; empty where that
  /// is only known once it was tried. Does not wait.
  default Optional<String> whyNot(Connection.Server server) {
    return Optional.empty();
  }

  /// Keeps a token of a connection, for its address only. Takes its time.
  ///
  /// @return why it could not be kept, in one line
  default Optional<String> keepToken(Connection connection, Secret token) {
    return Optional.empty();
  }

  /// Forgets the token of a connection, if one is kept. Takes its time.
  ///
  /// @return why it could not be forgotten, in one line
  default Optional<String> forgetToken(Connection connection) {
    return Optional.empty();
  }

  /// Hears how far it is.
  @FunctionalInterface
  interface Progress {
    /// Called once in a while, by any thread.
    ///
    /// @param share from 0 to 1
    /// @param commands how many were applied again
    void at(double share, long commands);

    /// Called for each step on the way to a server, by the thread that opens.
    default void found(Finding finding) {}
  }

  /// What came of opening.
  sealed interface Opening {
    /// It can be looked at.
    record Opened(OpenPlace place) implements Opening {}

    /// It cannot be looked at.
    ///
    /// @param trouble of which kind
    /// @param detail what exactly, where, and what to do, for people
    record Unusable(Trouble trouble, String detail) implements Opening {}

    /// It was ended early; nothing is open.
    record Cancelled() implements Opening {}
  }

  /// Why a place cannot be opened.
  enum Trouble {
    /// There is nothing yet; a new instance can begin there.
    MISSING,
    /// A folder with other things in it; a new instance can begin beside them.
    FOREIGN,
    NOT_A_FOLDER,
    /// Another process has it.
    IN_USE,
    /// Something in it is missing or was changed.
    CORRUPT,
    /// Anything else that kept it from being read.
    UNREADABLE,
    /// A file that is no recording, or one that was cut or changed, or cannot be read.
    NO_RECORDING,
    /// An instance cannot be copied.
    NO_COPY,
    /// A step on the way to a server failed.
    UNATTACHABLE,
    /// Its token is not kept, and none was named.
    NO_TOKEN;

    /// Whether it can be opened after all, by whoever confirms that a new instance is wanted.
    public boolean canBeConfirmed() {
      return this == MISSING || this == FOREIGN;
    }
  }
}
