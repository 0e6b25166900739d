package dev.headroom.client.contract;

/// Where an instance can live; whoever calls it cannot tell.
enum Where {
  /// In this process, as long as that.
  IN_MEMORY,
  /// In this process, with a journal in a folder.
  IN_A_FOLDER,
  /// In a folder, behind a server on this machine.
  BEHIND_A_SERVER
}
