package clinic.portal.core.login;

/** RFC 4648, without padding: how phones take a key, and people copy a code. */
final class Base32 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes a multiple of five, so that no digit is left half empty */
    static String write(byte[] bytes) {
        if (bytes.length % BITS != 0) {
            throw new IllegalArgumentException("Not a multiple of five bytes");
        }
        var text = new StringBuilder(bytes.length * Byte.SIZE / BITS);
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = held << Byte.SIZE | Byte.toUnsignedInt(next);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(DIGITS.charAt(held >>> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    /** Of what {@link #write} wrote. */
    static byte[] read(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            held = held << BITS | DIGITS.indexOf(text.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (held >> bits & 0xFF);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
