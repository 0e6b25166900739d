package dev.headroom.client.json;

import dev.headroom.client.InstanceInfo;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Configs;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Scalar;

/// What a server says about itself and to whom it speaks.
///
/// @param protocol which version of the API it serves
/// @param info what its instance is
/// @param role what the caller's token may do, as a word such as `operator`
/// @param subtree where the caller's token may do that
public record Greeting(int protocol, InstanceInfo info, String role, ScopePath subtree) {
  /// The version of the API that this client and this server speak.
  public static final int PROTOCOL = 1;

  /// Its shape.
  public static final ObjectShape<Greeting> SHAPE =
      ObjectShape.of(
          "Instance",
          fields -> {
            var protocol = fields.required("protocol", Scalar.INT, Greeting::protocol);
            var name = fields.required("name", Scalar.TEXT, said -> said.info.name());
            var now = fields.required("now", Scalar.INSTANT, said -> said.info.now());
            var zone = fields.required("timeZone", Configs.ZONE, said -> said.info.timeZone());
            var sequence = fields.required("sequence", Scalar.LONG, said -> said.info.sequence());
            var scopes = fields.required("scopes", Scalar.INT, said -> said.info.scopes());
            var cause = fields.optional("readOnly", Scalar.TEXT, said -> said.info.readOnlyCause());
            var role = fields.required("role", Scalar.TEXT, Greeting::role);
            var subtree = fields.required("subtree", Names.PATH, Greeting::subtree);
            return in ->
                new Greeting(
                    in.get(protocol),
                    new InstanceInfo(
                        in.get(name),
                        InstanceInfo.Kind.REMOTE,
                        in.get(now),
                        in.get(zone),
                        in.get(sequence),
                        in.get(scopes),
                        in.get(cause)),
                    in.get(role),
                    in.get(subtree));
          });
}
