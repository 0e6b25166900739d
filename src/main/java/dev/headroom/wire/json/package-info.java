/// Everything that programs send to an instance and hear from it, as JSON. A [Shape] says once how
/// values of a kind are written, read and described; what is wrong with a document is told in full.
@NullMarked
package dev.headroom.wire.json;

import org.jspecify.annotations.NullMarked;
