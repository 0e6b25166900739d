package dev.headroom.app.bench;

/// Where the time went while the console was measured, so that a late frame has a culprit.
///
/// @param uiThreadShare which part of the time JavaFX's thread worked, from 0 to 1
/// @param drawingShare the same of the thread that turns the scene into pixels
/// @param simulationShare the same of the thread that plays the scenario
/// @param othersShare which part of this machine's processors other programs took, from 0 to 1
/// @param collections how often everything stood still to collect garbage
/// @param collectionMillis how long, in all
/// @param collectionMillisMax how long at most
/// @param answerMillisMax the longest wait for an answer of the engine, which is locked while it
///   decides and while it is looked at
public record Causes(
    double uiThreadShare,
    double drawingShare,
    double simulationShare,
    double othersShare,
    long collections,
    long collectionMillis,
    long collectionMillisMax,
    double answerMillisMax) {}
