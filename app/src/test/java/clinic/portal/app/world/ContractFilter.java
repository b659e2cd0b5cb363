package clinic.portal.app.world;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/** Holds every answer against openapi.yaml: status, headers, media type, body. */
public final class ContractFilter implements Filter {
    private static final OpenApiInteractionValidator CONTRACT =
            OpenApiInteractionValidator.createForInlineApiSpecification(Contracts.text())
                    .build();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Response answer = context.next(request, response);
        var read = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().forEach(header -> read.withHeader(header.getName(), header.getValue()));
        String body = answer.body().asString();
        if (!body.isEmpty()) {
            read.withBody(body);
        }
        var report = CONTRACT.validateResponse(
                URI.create(request.getURI()).getRawPath(), Request.Method.valueOf(request.getMethod()), read.build());
        if (report.hasErrors()) {
            throw new AssertionError("%s %s answered against the contract: %s"
                    .formatted(request.getMethod(), request.getURI(), report.getMessages()));
        }
        return answer;
    }
}
