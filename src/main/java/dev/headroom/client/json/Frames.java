package dev.headroom.client.json;

import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Statuses;
import java.util.List;
import java.util.Optional;

/// The shapes of the live view.
public final class Frames {
  /// The newest state of what is looked at.
  public static final ObjectShape<LiveFrame> FRAME =
      ObjectShape.of(
          "LiveFrame",
          fields -> {
            var at = fields.required("at", Scalar.INSTANT, LiveFrame::at);
            var sequence = fields.required("sequence", Scalar.LONG, LiveFrame::sequence);
            var scopes = fields.required("scopes", Statuses.SCOPE.listed(), LiveFrame::scopes);
            var focus = fields.optional("focus", Statuses.EXPLANATION, LiveFrame::focus);
            var structure = fields.required("structure", Scalar.LONG, LiveFrame::structure);
            var count = fields.required("scopeCount", Scalar.INT, LiveFrame::scopeCount);
            var alerts = fields.required("alertCount", Scalar.INT, LiveFrame::alertCount);
            var waiters = fields.required("waiterCount", Scalar.INT, LiveFrame::waiterCount);
            return in ->
                new LiveFrame(
                    in.get(at),
                    in.get(sequence),
                    in.get(scopes),
                    in.get(focus),
                    in.get(structure),
                    in.get(count),
                    in.get(alerts),
                    in.get(waiters));
          });

  /// What a view looks at from now on.
  ///
  /// @param scopes at most [LiveView#WATCHED_MAX]
  /// @param focus whose chain of constraints is wanted too
  public record Look(List<ScopePath> scopes, Optional<LiveView.Focus> focus) {
    /// Its shape.
    public static final ObjectShape<Look> SHAPE =
        ObjectShape.of(
            "Look",
            fields -> {
              var scopes =
                  fields.byDefault(
                      "scopes", Names.PATH.listed(LiveView.WATCHED_MAX), List.of(), Look::scopes);
              var focus = fields.optional("focus", FOCUS, Look::focus);
              return in -> new Look(in.get(scopes), in.get(focus));
            });
  }

  private static final ObjectShape<LiveView.Focus> FOCUS =
      ObjectShape.of(
          "Focus",
          fields -> {
            var path = fields.required("path", Names.PATH, LiveView.Focus::path);
            var type = fields.required("type", Names.TYPE, LiveView.Focus::type);
            return in -> new LiveView.Focus(in.get(path), in.get(type));
          });

  private Frames() {}
}
