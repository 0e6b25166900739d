/// The words of the model as text and bytes, for people, files and networks. So far: the config
/// document as text, and commands as bytes.
@NullMarked
package dev.headroom.wire;

import org.jspecify.annotations.NullMarked;
