package dev.headroom.server;

/// A figure of something beside the instance, for `/metrics`.
///
/// @param name as Prometheus wants it, such as `headroom_sink_position`
/// @param help what it means, in a line
/// @param label the name of its one label
/// @param value of the label: one of a few that do not change while the server runs, without quotes
///   or backslashes
/// @param amount how much
public record Figure(String name, String help, String label, String value, long amount) {}
