package dev.headroom.server;

import dev.headroom.client.InstanceInfo;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Shape;
import java.time.ZoneId;
import java.util.Optional;

/// What an instance tells about itself.
final class Descriptions {
  private static final Shape<ZoneId> ZONE =
      Scalar.text("a time zone such as UTC", "", ZoneId::of, ZoneId::getId);

  /// What it is called and how far it has come.
  static final ObjectShape<InstanceInfo> INSTANCE =
      ObjectShape.of(
          "Instance",
          fields -> {
            var name = fields.required("name", Scalar.TEXT, InstanceInfo::name);
            var now = fields.required("now", Scalar.INSTANT, InstanceInfo::now);
            var zone = fields.required("timeZone", ZONE, InstanceInfo::timeZone);
            var sequence = fields.required("sequence", Scalar.LONG, InstanceInfo::sequence);
            var scopes = fields.required("scopes", Scalar.INT, InstanceInfo::scopes);
            var cause = fields.optional("readOnly", Scalar.TEXT, InstanceInfo::readOnlyCause);
            return in ->
                new InstanceInfo(
                    in.get(name),
                    InstanceInfo.Kind.REMOTE,
                    in.get(now),
                    in.get(zone),
                    in.get(sequence),
                    in.get(scopes),
                    in.get(cause));
          });

  private Descriptions() {}

  /// The same as a caller may know it: how much there is, only whoever sees all is told.
  static InstanceInfo seen(InstanceInfo info, Call call) {
    return call.seesAll()
        ? info
        : new InstanceInfo(
            info.name(),
            info.kind(),
            info.now(),
            info.timeZone(),
            0,
            0,
            Optional.of("").filter(_ -> info.readOnlyCause().isPresent()));
  }
}
