/// The words of the model as text and bytes, for people, files and networks. So far: the config
/// document.
@NullMarked
package dev.headroom.wire;

import org.jspecify.annotations.NullMarked;
