package io.atoll.launcher.service;

import java.nio.file.Path;

/// What the provisioner starts brokers from.
///
/// @param folder of the jars
/// @param cache ahead-of-time cache that may come to be there
public record BrokerProgram(Path folder, Path cache) {}
