package io.atoll.gateway.door;

import io.vertx.core.MultiMap;

/** What browsers are told to refuse. */
final class SecurityHeaders {
    private static final String CSP = "Content-Security-Policy";

    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    static void forPage(MultiMap headers, boolean secure) {
        set(headers, PAGE, secure);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
    }

    static void forApi(MultiMap headers, boolean secure) {
        set(headers, NO_PAGE, secure);
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static void set(MultiMap headers, String csp, boolean secure) {
        headers.set(CSP, csp);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private SecurityHeaders() {}
}
