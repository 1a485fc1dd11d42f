package io.atoll.provisioner.runtime.docker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Bind for 127.0.0.1:9200 failed: port is already allocated | PortTaken | Port 9200 of broker-1
                    listen tcp4 127.0.0.1:9201: bind: address already in use | PortTaken | Port 9201 of broker-1
                    write /var/lib/docker/x: no space left on device | DiskFull | full
                    could not find an available, non-overlapping IPv4 address pool among the defaults | NoNetworkLeft | address range
                    error while removing network: network x id 1 has active endpoints | NetworkInUse | disconnect
                    OCI runtime create failed: exec: \\"run\\": not found | RefusedByDocker | exec: "run": not found
                    """)
    void whatTheDaemonRefusesIsSaidInOurWords(String words, String reason, String said) {
        var refusal =
                new InternalServerErrorException("Status 500: {\"message\":\"" + words + "\"}\n");

        var blocked = Refusals.of(refusal, "broker-1");

        assertThat(blocked.reason()).isEqualTo(reason);
        assertThat(blocked.sentence()).contains(said);
    }

    @Test
    void longWordsAreShortened() {
        var refusal = new InternalServerErrorException("x".repeat(1_000));

        assertThat(Refusals.words(refusal)).hasSizeLessThan(310);
    }
}
