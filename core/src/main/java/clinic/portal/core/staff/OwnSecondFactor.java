package clinic.portal.core.staff;

import clinic.portal.core.clinic.Clinics;
import clinic.portal.core.login.RecoveryBook;
import clinic.portal.core.login.SecondFactorKeeping;
import clinic.portal.core.login.SecondFactorOff;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.login.Sessions.End;
import clinic.portal.core.login.StaffAccess;
import clinic.portal.core.shared.Invalid;
import clinic.portal.core.shared.Invalid.Violation;
import clinic.portal.core.shared.NoSuchThing;
import clinic.portal.core.shared.Viewer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A member of staff's own second factor. It is theirs whatever their role, and those who have yet to set one up may do that
 * and nothing else: so no right is asked for.
 */
public class OwnSecondFactor {
    private final Members members;
    private final Clinics clinics;
    private final SecondFactors factors;
    private final SecondFactorKeeping keeping;
    private final RecoveryBook recovery;
    private final StaffAccess access;

    public OwnSecondFactor(
            Members members,
            Clinics clinics,
            SecondFactors factors,
            SecondFactorKeeping keeping,
            RecoveryBook recovery,
            StaffAccess access) {
        this.members = members;
        this.clinics = clinics;
        this.factors = factors;
        this.keeping = keeping;
        this.recovery = recovery;
        this.access = access;
    }

    /** A key for their phone, which counts once a code of it was sent back. */
    public Enrolment begin(Viewer.Member viewer) {
        var member = members.find(viewer.clinic(), viewer.member()).orElseThrow(NoSuchThing::new);
        var clinic = clinics.find(viewer.clinic()).orElseThrow(NoSuchThing::new);
        String secret = keeping.begin(viewer.clinic(), viewer.member());
        return new Enrolment(
                secret,
                URI.create("otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                        .formatted(
                                escaped(clinic.name()),
                                escaped(member.email().value()),
                                secret,
                                escaped(clinic.name()))));
    }

    /**
     * Puts it in force, and ends all their other sessions: who was logged in without it, is no more.
     *
     * @return recovery codes, to be shown this once
     */
    public List<String> confirm(Viewer.Member viewer, String code) {
        if (!keeping.confirm(viewer.clinic(), viewer.member(), code)) {
            throw wrongCode();
        }
        access.endSessions(viewer.clinic(), viewer.member(), viewer.session(), End.SECOND_FACTOR);
        return recovery.write(viewer.clinic(), viewer.member());
    }

    /** @return recovery codes in place of those there were, to be shown this once */
    public List<String> renewRecoveryCodes(Viewer.Member viewer, String code) {
        requireAccepted(viewer, code);
        return recovery.write(viewer.clinic(), viewer.member());
    }

    /** @throws SecondFactorMandatory where the clinic asks for one */
    public void remove(Viewer.Member viewer, String code) {
        if (factors.requiredAt(viewer.clinic())) {
            throw new SecondFactorMandatory();
        }
        requireAccepted(viewer, code);
        factors.remove(viewer.clinic(), viewer.member());
    }

    private void requireAccepted(Viewer.Member viewer, String code) {
        boolean on = factors.find(viewer.clinic(), viewer.member())
                .filter(SecondFactors.Factor::confirmed)
                .isPresent();
        if (!on) {
            throw new SecondFactorOff();
        }
        if (!keeping.accepts(viewer.clinic(), viewer.member(), code)) {
            throw wrongCode();
        }
    }

    /** Not as at login: this session is good, and no other is needed. */
    private static Invalid wrongCode() {
        return new Invalid(List.of(new Violation(
                "/code", "second_factor_invalid", "This is not the present code, or it was used; try the next one.")));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What a phone needs to make codes.
     *
     * @param secret in base32, to be typed
     * @param address the same as an {@code otpauth:} address, to be shown as a picture
     */
    public record Enrolment(String secret, URI address) {
        @Override
        public String toString() {
            return "Enrolment[...]";
        }
    }
}
