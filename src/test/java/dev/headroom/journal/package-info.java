/// What the journal promises whatever the disk does.
@NullMarked
package dev.headroom.journal;

import org.jspecify.annotations.NullMarked;
