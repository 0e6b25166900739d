package dev.headroom.client.remote;

import dev.headroom.client.Reply;
import dev.headroom.client.json.Cursor;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Shape;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/// How parts of a list are asked for, read and put together.
///
/// @param pageMax the largest page that a server gives
record Listing<A>(Shape<A> shape, int pageMax, ToIntFunction<A> size, BinaryOperator<A> join) {
  /// The largest page that a server gives of most lists.
  static final int PAGE_MAX = 1000;

  /// @param member what the list in a page is called
  static <T> Listing<Page<T>> of(String name, String member, Shape<T> item) {
    return new Listing<>(
        Page.of(name, member, item),
        PAGE_MAX,
        page -> page.items().size(),
        (first, next) -> new Page<>(both(first.items(), next.items()), next.total(), next.next()));
  }

  static <T> List<T> both(List<T> first, List<T> next) {
    return Stream.concat(first.stream(), next.stream()).toList();
  }

  /// Asks for a part of a list; one that is longer than a server's pages comes in several.
  Reply<A> ask(Calls calls, HttpUrl.Builder at, int offset, int count) {
    int limit = Math.min(count, pageMax);
    at.setQueryParameter("limit", Integer.toString(limit));
    at.setQueryParameter("cursor", Cursor.at(offset));
    Reply<A> reply = calls.get(at, shape);
    return reply.then(part -> {
      int came = size.applyAsInt(part);
      if (came < limit || came == count) {
        return new Reply.Decided<>(part);
      }
      return ask(calls, at, offset + came, count - came).map(rest -> join.apply(part, rest));
    });
  }
}
