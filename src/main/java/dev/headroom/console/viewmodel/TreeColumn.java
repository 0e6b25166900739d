package dev.headroom.console.viewmodel;

/// A column of the scope tree that can be shown or not; the one of names always is.
public enum TreeColumn {
  HEADROOM,
  BARS,
  ATTENTION
}
