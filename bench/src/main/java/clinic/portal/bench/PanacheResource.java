package clinic.portal.bench;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The same row as most Quarkus applications would read it. */
@Path("/panache/{id}")
@RunOnVirtualThread
public class PanacheResource {

    @GET
    @Transactional
    public BenchClient find(@PathParam("id") long id) {
        return BenchClient.findById(id);
    }
}
