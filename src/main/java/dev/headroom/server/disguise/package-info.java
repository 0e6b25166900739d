/// Hides from those who see a part of an instance what its numbers and names would tell them of the
/// rest.
@NullMarked
package dev.headroom.server.disguise;

import org.jspecify.annotations.NullMarked;
