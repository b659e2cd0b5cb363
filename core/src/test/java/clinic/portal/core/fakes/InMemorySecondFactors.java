package clinic.portal.core.fakes;

import clinic.portal.core.login.RecoveryCodes;
import clinic.portal.core.login.SecondFactors;
import clinic.portal.core.shared.ClinicId;
import clinic.portal.core.shared.StaffId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every call is atomic; there are no transactions here. */
public final class InMemorySecondFactors implements SecondFactors, RecoveryCodes {
    private record Key(ClinicId clinic, StaffId member) {}

    private static final class Row {
        byte[] sealed;
        boolean confirmed;
        long lastStep = Long.MIN_VALUE;
        final Set<ByteBuffer> recovery = new HashSet<>();

        Row(byte[] sealed) {
            this.sealed = sealed;
        }
    }

    private final Map<Key, Row> rows = new HashMap<>();
    private final Set<ClinicId> strict = new HashSet<>();

    /** From now on the clinic asks for one, or no longer does. */
    public synchronized void require(ClinicId clinic, boolean required) {
        if (required) {
            strict.add(clinic);
        } else {
            strict.remove(clinic);
        }
    }

    synchronized boolean isOn(ClinicId clinic, StaffId member) {
        return find(clinic, member).filter(Factor::confirmed).isPresent();
    }

    @Override
    public synchronized Optional<Factor> find(ClinicId clinic, StaffId member) {
        return Optional.ofNullable(rows.get(new Key(clinic, member))).map(row -> new Factor(row.sealed, row.confirmed));
    }

    @Override
    public synchronized boolean requiredAt(ClinicId clinic) {
        return strict.contains(clinic);
    }

    @Override
    public synchronized boolean begin(ClinicId clinic, StaffId member, byte[] sealed) {
        if (isOn(clinic, member)) {
            return false;
        }
        rows.put(new Key(clinic, member), new Row(sealed));
        return true;
    }

    @Override
    public synchronized boolean confirm(ClinicId clinic, StaffId member, long step, byte[] sealed) {
        var row = rows.get(new Key(clinic, member));
        if (row == null || row.confirmed || !Arrays.equals(row.sealed, sealed)) {
            return false;
        }
        row.confirmed = true;
        row.lastStep = step;
        return true;
    }

    @Override
    public synchronized boolean useStep(ClinicId clinic, StaffId member, long step, byte[] sealed) {
        var row = rows.get(new Key(clinic, member));
        if (row == null || !row.confirmed || row.lastStep >= step) {
            return false;
        }
        row.lastStep = step;
        row.sealed = sealed;
        return true;
    }

    @Override
    public synchronized boolean remove(ClinicId clinic, StaffId member) {
        return rows.remove(new Key(clinic, member)) != null;
    }

    @Override
    public synchronized void replace(ClinicId clinic, StaffId member, List<byte[]> hashes) {
        var row = rows.get(new Key(clinic, member));
        if (row != null) {
            row.recovery.clear();
            hashes.forEach(hash -> row.recovery.add(ByteBuffer.wrap(hash)));
        }
    }

    @Override
    public synchronized boolean use(ClinicId clinic, StaffId member, byte[] hash) {
        var row = rows.get(new Key(clinic, member));
        return row != null && row.recovery.remove(ByteBuffer.wrap(hash));
    }
}
