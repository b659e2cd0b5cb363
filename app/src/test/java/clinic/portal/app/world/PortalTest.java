package clinic.portal.app.world;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.junit.jupiter.api.BeforeAll;

/** The whole portal over HTTP, with the demo's clinics in it; one boot for all. */
@WithTestResource(value = RealSurroundings.class, scope = TestResourceScope.GLOBAL)
public abstract class PortalTest {
    @BeforeAll
    static void openTheClinics() {
        Clinics.open();
    }
}
