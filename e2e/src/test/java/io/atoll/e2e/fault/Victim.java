package io.atoll.e2e.fault;

import io.atoll.e2e.suite.DockerDaemon;
import io.atoll.e2e.suite.Member;
import io.atoll.e2e.suite.Suite;

/** What is killed. */
sealed interface Victim {
    void kill(Suite suite, Ground ground, String cluster);

    /** A part of the suite; its launcher starts it again. */
    record Part(Member member) implements Victim {
        @Override
        public void kill(Suite suite, Ground ground, String cluster) {
            suite.kill(member);
        }

        @Override
        public String toString() {
            return member.name();
        }
    }

    /** The cluster's own nodes. */
    record Broker() implements Victim {
        @Override
        public void kill(Suite suite, Ground ground, String cluster) {
            ground.nodes(suite, cluster).forEach(node -> node.kill().run());
        }

        @Override
        public String toString() {
            return "BROKER";
        }
    }

    /** The Docker daemon, which is started again at once; its containers may end with it. */
    record Daemon() implements Victim {
        @Override
        public void kill(Suite suite, Ground ground, String cluster) {
            DockerDaemon.restart();
        }

        @Override
        public String toString() {
            return "DOCKERD";
        }
    }
}
