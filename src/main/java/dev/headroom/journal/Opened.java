package dev.headroom.journal;

import java.util.List;

/// A journal that was read to its end and goes on.
///
/// @param journal takes what comes
/// @param notes what was dropped of its end, for people
public record Opened(Journal journal, List<String> notes) {}
