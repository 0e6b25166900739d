package dev.headroom.engine;

import java.util.List;

/// To how little an allocation may be shrunk that declared itself negotiable (rule Q3).
///
/// @param byType what it must have of each type at least, consumed or reserved
record Minimums(List<Long> byType) {}
