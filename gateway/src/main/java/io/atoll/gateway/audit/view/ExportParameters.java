package io.atoll.gateway.audit.view;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * @param format csv or json
 */
public record ExportParameters(
        @QueryParam("format")
                @DefaultValue("json")
                @Pattern(regexp = "csv|json", message = "must be csv or json")
                String format) {}
