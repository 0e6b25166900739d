/// Invented workloads: populations with names and habits, each repeatable from a seed and playable
/// with sixty scopes or a million.
@NullMarked
package dev.headroom.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
