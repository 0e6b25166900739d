package dev.headroom.wire;

import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;

/// Changes of limits, pools and settings as bytes.
final class ChangeBytes {
  private static final int LIMITS = 1;
  private static final int POOL = 2;
  private static final int NO_POOL = 3;
  private static final int SETTINGS = 4;

  private ChangeBytes() {}

  static void write(ByteWriter to, Change change) {
    switch (change) {
      case Change.PutLimits(var path, var limits, long basedOn) -> {
        to.oneByte(LIMITS).signed(basedOn);
        ValueBytes.write(to, path);
        ValueBytes.writeAll(to, limits, limit -> write(to, limit));
      }
      case Change.PutPool(var pool, long basedOn) -> {
        to.oneByte(POOL).signed(basedOn);
        TermsBytes.write(to, pool);
      }
      case Change.RemovePool(var pool, long basedOn) ->
          to.oneByte(NO_POOL).signed(basedOn).text(pool.value());
      case Change.PutSettings(var settings, long basedOn) -> {
        to.oneByte(SETTINGS).signed(basedOn);
        TermsBytes.write(to, settings);
      }
    }
  }

  static Change change(ByteReader from) {
    int tag = from.oneByte();
    long basedOn = from.signed();
    return switch (tag) {
      case LIMITS -> {
        ScopePath path = ValueBytes.path(from);
        yield new Change.PutLimits(path, from.list(() -> limit(from, path)), basedOn);
      }
      case POOL -> new Change.PutPool(TermsBytes.pool(from), basedOn);
      case NO_POOL -> new Change.RemovePool(new PoolId(from.text()), basedOn);
      case SETTINGS -> new Change.PutSettings(TermsBytes.settings(from), basedOn);
      default -> throw from.malformed("no change has the tag " + tag);
    };
  }

  private static void write(ByteWriter to, Limit limit) {
    to.oneByte(limit.type().ordinal());
    TermsBytes.write(to, limit.terms());
  }

  private static Limit limit(ByteReader from, ScopePath path) {
    return new Limit(path, ValueBytes.type(from), TermsBytes.terms(from));
  }
}
