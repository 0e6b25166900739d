package dev.headroom.app.simulation;

import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The scopes, types and pools of every simulation: always the same ones, so that no table grows
/// with its length.
final class Terrain {
  /// Where a pool is, whenever it is there.
  record PoolPlace(PoolId id, ScopePath path, ResourceType type) {}

  /// Types that are asked for, half of them spent and half held.
  static final List<ResourceType> TYPES =
      List.of(
          ResourceType.TOKENS, ResourceType.COMPUTE, ResourceType.API_CALLS, ResourceType.MEMORY);

  /// With daylight-saving time of a whole and of half an hour, and without.
  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  static final List<ScopePath> USERS = users();

  /// All paths but `/`; whoever asks, asks for one of them.
  static final List<ScopePath> PATHS = paths();

  static final List<PoolPlace> POOLS = pools();

  private static final int USER_COUNT = 6;
  private static final int RUNS = 3;
  private static final int STEPS = 2;

  private Terrain() {}

  private static List<ScopePath> users() {
    List<ScopePath> users = new ArrayList<>();
    for (int user = 0; user < USER_COUNT; user++) {
      users.add(ScopePath.ROOT.child(ScopeKind.USER, "u" + user));
    }
    return List.copyOf(users);
  }

  private static List<ScopePath> paths() {
    List<ScopePath> paths = new ArrayList<>();
    for (ScopePath user : USERS) {
      paths.add(user);
      ScopePath session = user.child(ScopeKind.SESSION, "day");
      ScopePath swarm = session.child(ScopeKind.SWARM, "crew");
      paths.add(session);
      paths.add(swarm);
      for (int run = 0; run < RUNS; run++) {
        ScopePath inSwarm = swarm.child(ScopeKind.RUN, "r" + run);
        paths.add(inSwarm);
        paths.add(user.child(ScopeKind.RUN, "solo" + run));
        for (int step = 0; step < STEPS; step++) {
          paths.add(inSwarm.child(ScopeKind.STEP, "s" + step));
        }
      }
    }
    return List.copyOf(paths);
  }

  private static List<PoolPlace> pools() {
    List<PoolPlace> pools = new ArrayList<>();
    for (ResourceType type : TYPES) {
      pools.add(new PoolPlace(new PoolId("all-" + type.name()), ScopePath.ROOT, type));
      for (int user = 0; user < 2; user++) {
        ScopePath path = USERS.get(user);
        pools.add(new PoolPlace(new PoolId(path.name() + "-" + type.name()), path, type));
      }
    }
    ScopePath session = USERS.getFirst().child(ScopeKind.SESSION, "day");
    pools.add(new PoolPlace(new PoolId("day-COMPUTE"), session, ResourceType.COMPUTE));
    return List.copyOf(pools);
  }
}
