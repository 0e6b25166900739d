package dev.headroom.model.forecast;

import dev.headroom.model.ResourceType;
import java.util.List;
import java.util.Optional;

/// How much of a type will be used at and below a scope.
///
/// @param type which
/// @param basis what it was made of; empty where too little was seen to say anything
/// @param ahead the nearest first. Spent types: what will be consumed from now until then. Held
///   types: the most that will be reserved at one time, on average over the buckets until then
public record DemandForecast(ResourceType type, Optional<Basis> basis, List<Ahead> ahead) {}
