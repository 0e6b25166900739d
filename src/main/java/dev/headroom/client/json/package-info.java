/// How what a remote client and its server say to each other is written as JSON, where it is no
/// word of the model. Both use these shapes, so that they cannot differ.
@NullMarked
package dev.headroom.client.json;

import org.jspecify.annotations.NullMarked;
