package dev.headroom.sandbox.scenario;

import dev.headroom.model.ResourceType;

/// What a task takes of one type: evenly between two amounts.
///
/// @param least at least 1
record Portion(ResourceType type, long least, long most) {
  double mean() {
    return (least + most) / 2.0;
  }
}
