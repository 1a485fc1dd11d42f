package io.atoll.gateway.door.route;

/**
 * One operation.
 *
 * @param method in capitals
 * @param operation its id in the document
 * @param template path with parameters in braces, a parameter being a whole segment
 * @param plans takes dry_run
 */
public record Route(
        String method,
        String template,
        Service service,
        RouteAccess access,
        String operation,
        boolean plans) {}
