/// The append-only log of commands: chained segments in one folder, group commit, and what is read
/// back from them after a crash. Everything it does to the disk goes through [Disk].
@NullMarked
package dev.headroom.journal;

import org.jspecify.annotations.NullMarked;
