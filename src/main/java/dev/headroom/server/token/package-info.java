/// Who may do what, where: bearer tokens, each with a role and a subtree. Only their hashes are
/// kept.
@NullMarked
package dev.headroom.server.token;

import org.jspecify.annotations.NullMarked;
