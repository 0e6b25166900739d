package dev.headroom.journal;

import java.util.List;

/// What a whole and unchanged journal has.
///
/// @param first the number of the first command that is kept; those before are in a snapshot only
/// @param commands the number of the last command
/// @param files in how many segments
/// @param bytes how many bytes of these count
/// @param chain the hash that covers all commands (rule D5), in hexadecimal
/// @param notes what of its end does not count, for people
public record Contents(
    long first, long commands, int files, long bytes, String chain, List<String> notes) {}
