package io.atoll.broker;

import java.nio.file.Files;
import java.nio.file.Path;

/// Makes topics and rights in a control plane's Kafka that runs elsewhere, for a suite in
/// containers: `ControlMain <bootstrap> <user> <file with the password>`. Exit codes: 0 done, 1
/// refused or not reached in time, 2 wrong call.
public final class ControlMain {

    private ControlMain() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("Usage: ControlMain <bootstrap> <user> <file with the password>");
            System.exit(2);
        }
        var password = Files.readString(Path.of(arguments[2])).strip();
        ControlPlane.ensure(new SuperUser(arguments[0], arguments[1], password));
    }
}
