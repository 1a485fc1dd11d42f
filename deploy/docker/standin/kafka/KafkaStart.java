import kafka.Kafka;
import kafka.docker.KafkaDockerWrapper;

import org.apache.kafka.common.utils.Exit;

/// Settings from the environment, storage, broker: in one JVM, which saves a third of a second.
public final class KafkaStart {

    private static final class Ended extends RuntimeException {
        Ended(int status) {
            super("ended with status " + status, null, false, false);
        }
    }

    public static void main(String[] arguments) {
        Exit.Procedure toCaller =
                (status, message) -> {
                    throw new Ended(status);
                };
        Exit.setExitProcedure(toCaller);
        try {
            KafkaDockerWrapper.main(
                    new String[] {
                        "setup",
                        "--default-configs-dir", "/etc/kafka/docker",
                        "--mounted-configs-dir", "/mnt/shared/config",
                        "--final-configs-dir", "/opt/kafka/config"
                    });
        } catch (Ended formattedEarlier) {
            // Storage that cannot be used stops the broker below, which says why.
        } finally {
            Exit.resetExitProcedure();
        }
        Kafka.main(new String[] {"/opt/kafka/config/server.properties"});
    }
}
