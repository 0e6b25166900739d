/// The words of the rules: scopes, types, amounts, requests, outcomes, limits, pools and events.
/// Everything here is immutable and valid by construction; nothing here decides anything.
@NullMarked
package dev.headroom.model;

import org.jspecify.annotations.NullMarked;
