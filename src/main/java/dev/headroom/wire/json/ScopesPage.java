package dev.headroom.wire.json;

import dev.headroom.model.ScopeStatus;
import java.util.List;
import java.util.Optional;

/// A part of the tree.
///
/// @param scopes those on this page
/// @param total how many match in all
/// @param searched how many were looked at
/// @param sequence the last event that it takes into account
/// @param next what to ask for to get the next page; empty on the last one
public record ScopesPage(
    List<ScopeStatus> scopes, long total, long searched, long sequence, Optional<String> next) {
  /// Most scopes of a page. Each page costs a look at every scope that it might have, so that few
  /// large ones are there sooner.
  public static final int COUNT_MAX = 5000;

  /// Its shape.
  public static final ObjectShape<ScopesPage> SHAPE =
      ObjectShape.of(
          "ScopePage",
          fields -> {
            var scopes = fields.required("scopes", Statuses.SCOPE.listed(), ScopesPage::scopes);
            var total = fields.required("total", Scalar.LONG, ScopesPage::total);
            var searched = fields.required("searched", Scalar.LONG, ScopesPage::searched);
            var sequence = fields.required("sequence", Scalar.LONG, ScopesPage::sequence);
            var next = fields.optional("cursor", Scalar.TEXT, ScopesPage::next);
            return in ->
                new ScopesPage(
                    in.get(scopes),
                    in.get(total),
                    in.get(searched),
                    in.get(sequence),
                    in.get(next));
          });
}
