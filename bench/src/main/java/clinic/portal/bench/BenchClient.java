package clinic.portal.bench;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The yardstick's row, as an entity. */
@Entity
@Table(name = "bench_clients")
public class BenchClient extends PanacheEntityBase {
    @Id
    public long id;

    public String name;
    public String email;
}
