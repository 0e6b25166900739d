package dev.headroom.node.replay;

/// What history heard, and is to be said in the other world too. They are ordered as they are said.
///
/// @param millis when it is to be said there
record Saying(long millis, Heard heard) implements Comparable<Saying> {
  @Override
  public int compareTo(Saying other) {
    return millis == other.millis
        ? Long.compare(heard.number(), other.heard.number())
        : Long.compare(millis, other.millis);
  }
}
