package clinic.portal.core.shared;

import java.util.Optional;

/** What is known of phone numbers the world over. */
public interface PhoneNumbers {
    /** @param country ISO 3166 alpha-2, for a number typed without a country code */
    Optional<PhoneNumber> read(String typed, String country);

    Facts factsOf(PhoneNumber number);

    /**
     * @param region ISO 3166 alpha-2; empty where the number belongs to none
     * @param mobile true where it may be a mobile: some countries do not tell mobiles from landlines
     */
    record Facts(String region, boolean mobile) {}
}
