package dev.headroom.console.viewmodel;

import dev.headroom.model.Config;
import java.time.Instant;

/// Where a copy comes from, to try things out on. What it was copied from stays open meanwhile.
///
/// @param place what was copied
/// @param at as it was at that instant
/// @param config the limits, pools and settings that held then
/// @param about what goes on in the copy, in a sentence
/// @param leave lets go of the copy alone; may take its time
public record Origin(OpenPlace place, Instant at, Config config, String about, Runnable leave) {}
