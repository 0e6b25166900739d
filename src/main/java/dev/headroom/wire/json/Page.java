package dev.headroom.wire.json;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param items those on this page
/// @param total how many there are on all pages
/// @param next what to ask for to get the next page; empty on the last one
/// @param <T> the kind of the items
public record Page<T>(List<T> items, long total, Optional<String> next) {
  /// The shape of pages.
  ///
  /// @param name what its schema is called
  /// @param member what the list is called
  public static <T> ObjectShape<Page<T>> of(String name, String member, Shape<T> item) {
    return ObjectShape.of(
        name,
        fields -> {
          var items = fields.required(member, item.listed(), Page<T>::items);
          var total = fields.required("total", Scalar.LONG, Page<T>::total);
          var next = fields.optional("cursor", Scalar.TEXT, Page<T>::next);
          return in -> new Page<>(in.get(items), in.get(total), in.get(next));
        });
  }
}
