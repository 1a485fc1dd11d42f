package io.atoll.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.access.Permission;
import io.atoll.kit.probe.ProbeResource;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteCheckTest {

    @Path("/careless")
    @IfBuildProfile("never")
    static class CarelessResource {

        @GET
        public String open() {
            return "";
        }

        @POST
        @RequiresPermission(Permission.TOPIC_CREATE)
        public String declared() {
            return "";
        }

        public String noRoute() {
            return "";
        }
    }

    @Path("/careful")
    @IfBuildProfile("never")
    static class CarefulResource {

        @GET
        @OpenRoute(reason = "nothing to see")
        public String open() {
            return "";
        }
    }

    @Test
    void aRouteThatDeclaresNothingIsFound() {
        assertThat(RouteCheck.undeclared(Stream.of(CarelessResource.class, CarefulResource.class)))
                .containsExactly("CarelessResource.open");
    }

    @Test
    void theProbeDeclaresAll() {
        assertThat(RouteCheck.undeclared(Stream.of(ProbeResource.class))).isEmpty();
    }
}
