package clinic.portal.core.shared;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What staff and integrators may be let do. Roles have them as written here, API keys as their scopes say; {@code
 * docs/roles.md} shows which operation asks for which, and a test holds every cell of it against the running program.
 */
public enum Right {
    CATALOGUE_READ("catalogue:read", Right.everybody()),
    CATALOGUE_WRITE("catalogue:write", Right.leaders()),
    HOURS_READ("hours:read", Right.everybody()),
    HOURS_WRITE("hours:write", Right.leaders()),
    /** Secret addresses of practitioners' calendars: they outlive whoever made them, so no key makes any. */
    CALENDAR_FEEDS(null, Right.leaders()),
    APPOINTMENTS_READ("appointments:read", Right.everybody()),
    APPOINTMENTS_WRITE("appointments:write", Right.everybody()),
    CLIENTS_READ("clients:read", Right.everybody()),
    CLIENTS_WRITE("clients:write", Right.desk()),
    CLIENT_NOTES("client-notes:write", Right.everybody()),
    LOGIN_LINKS("login-links:send", Right.desk()),
    CLIENTS_MERGE("clients:merge", Right.leaders()),
    /** All that is known of a client, in one file. */
    CLIENTS_EXPORT("clients:export", Right.leaders()),
    CLIENTS_ERASE("clients:erase", Right.leaders()),
    SETTINGS_READ("settings:read", Right.everybody()),
    SETTINGS_WRITE(null, Right.leaders()),
    /** The portal through a client's eyes. */
    PREVIEW(null, Right.desk()),
    TEAM_READ("team:read", Right.everybody()),
    TEAM_WRITE(null, Right.leaders()),
    API_KEYS(null, EnumSet.of(Role.OWNER)),
    AUDIT_READ("audit:read", Right.leaders());

    private final @Nullable String scope;
    private final Set<Role> roles;

    /** @param scope what it is called on an API key; absent where no key can have it */
    Right(@Nullable String scope, Set<Role> roles) {
        this.scope = scope;
        this.roles = roles;
    }

    public boolean isOf(Role role) {
        return roles.contains(role);
    }

    public Optional<String> scope() {
        return Optional.ofNullable(scope);
    }

    public static Optional<Right> ofScope(String scope) {
        return Arrays.stream(values())
                .filter(right -> scope.equals(right.scope))
                .findFirst();
    }

    private static Set<Role> everybody() {
        return EnumSet.allOf(Role.class);
    }

    private static Set<Role> leaders() {
        return EnumSet.of(Role.OWNER, Role.MANAGER);
    }

    /** Whoever deals with clients at the reception. */
    private static Set<Role> desk() {
        return EnumSet.of(Role.OWNER, Role.MANAGER, Role.RECEPTIONIST);
    }
}
