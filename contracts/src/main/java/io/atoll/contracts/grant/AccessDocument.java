package io.atoll.contracts.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, to be kept in a file and taken over elsewhere. No passwords and no keys are in
 * it: a user that an import makes cannot sign in until a password is set.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessDocument(
        @Nullable @Size(max = 200) List<@Valid @NotNull RoleRequest> roles,
        @Nullable @Size(max = 1_000) List<@Valid @NotNull Member> users,
        @Nullable @Size(max = 1_000) List<@Valid @NotNull Group> groups) {

    private static final String NAME = "[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?";
    private static final String MESSAGE =
            "must be small letters, digits, '.', '_' or '-', at most 63";

    public AccessDocument {
        roles = roles == null ? List.of() : roles;
        users = users == null ? List.of() : users;
        groups = groups == null ? List.of() : groups;
    }

    /** A user with its own grants. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            @NotNull @Pattern(regexp = NAME, message = MESSAGE) String name,
            @Nullable @Size(max = 100) List<@Valid @NotNull GrantRequest> grants) {

        public Member {
            grants = grants == null ? List.of() : grants;
        }
    }

    /** A group with its members and its grants. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            @NotNull @Pattern(regexp = NAME, message = MESSAGE) String name,
            @Nullable
                    @Size(max = 500)
                    @Pattern(regexp = RoleRequest.TEXT, message = RoleRequest.TEXT_MESSAGE)
                    String description,
            @Nullable @Size(max = 1_000)
                    List<@NotNull @Pattern(regexp = NAME, message = MESSAGE) String> members,
            @Nullable @Size(max = 100) List<@Valid @NotNull GrantRequest> grants) {

        public Group {
            members = members == null ? List.of() : members;
            grants = grants == null ? List.of() : grants;
        }
    }
}
