package io.atoll.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.Map;

/** Who asks for this page, as far as the API must know: the headers that are passed on. */
@RequestScoped
public class Visitor {

    private final Map<String, String> passedOn = new HashMap<>();

    Visitor(HttpHeaders headers) {
        for (String name : new String[] {HttpHeaders.AUTHORIZATION, "traceparent"}) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                passedOn.put(name, value);
            }
        }
    }

    public Map<String, String> passedOn() {
        return Map.copyOf(passedOn);
    }

    public boolean signedIn() {
        return passedOn.containsKey(HttpHeaders.AUTHORIZATION);
    }
}
