package io.atoll.web.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.template.TemplateView;
import io.atoll.web.client.ApiFailure;
import io.atoll.web.client.ClusterClient;
import io.atoll.web.client.Partial;
import io.atoll.web.client.RuntimeClient;
import io.atoll.web.client.TemplateClient;
import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import io.atoll.web.form.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins the form, the templates and the API's plan. */
@ApplicationScoped
class CreateService {

    private static final Set<String> FIELDS = fields();

    private final TemplateClient templates;
    private final ClusterClient clusters;
    private final RuntimeClient runtimes;
    private final ObjectMapper mapper;

    CreateService(
            TemplateClient templates,
            ClusterClient clusters,
            RuntimeClient runtimes,
            ObjectMapper mapper) {
        this.templates = templates;
        this.clusters = clusters;
        this.runtimes = runtimes;
        this.mapper = mapper;
    }

    Uni<CreateView> empty(@Nullable String template) {
        String chosen = template == null ? "development" : template;
        Map<String, String> values =
                Map.of("template_id", chosen, "environment", "dev", "auto_start", "true");
        return view(FormState.of(values), Uni.createFrom().nullItem());
    }

    /** The form as it is, with the API's opinion of it. */
    Uni<CreateView> plan(MultivaluedMap<String, String> form) {
        FormState state = FormState.of(FormTree.values(form));
        Map<String, Object> request = request(form);
        if (!request.containsKey("name")) {
            request.put("name", "Unnamed");
        }
        return clusters.planCreate(request)
                .flatMap(plan -> view(state, Uni.createFrom().item(plan)))
                .onFailure(ApiFailure.class)
                .recoverWithUni(f -> refused(state, f));
    }

    Uni<CreateView> refused(MultivaluedMap<String, String> form, Throwable failure) {
        return refused(FormState.of(FormTree.values(form)), failure);
    }

    Map<String, Object> request(MultivaluedMap<String, String> form) {
        Map<String, Object> request = FormTree.of(form);
        request.putIfAbsent("auto_start", false);
        return request;
    }

    private Uni<CreateView> refused(FormState state, Throwable failure) {
        if (failure instanceof ApiFailure refused && refused.status() != 401) {
            FormState wrong = state.refused(refused.problem(), FIELDS);
            return view(wrong, Uni.createFrom().nullItem());
        }
        return Uni.createFrom().failure(failure);
    }

    private Uni<CreateView> view(FormState form, Uni<@Nullable ClusterPlan> plan) {
        return Uni.combine()
                .all()
                .unis(Partial.of(templates.list()), Partial.of(runtimes.runtimes()), plan)
                .with(
                        (list, machines, planned) -> {
                            List<TemplateChoice> choices = choices(list, form);
                            TemplateChoice chosen =
                                    choices.stream()
                                            .filter(TemplateChoice::chosen)
                                            .findFirst()
                                            .orElse(null);
                            return new CreateView(
                                    choices,
                                    RuntimeOption.of(machines.or(List.of()), form.value("runtime")),
                                    form,
                                    planned == null ? null : PlanLook.of(planned, chosen),
                                    companions(machines.or(List.of())),
                                    list.reason());
                        });
    }

    private List<TemplateChoice> choices(Partial<List<TemplateView>> list, FormState form) {
        String chosen = form.value("template_id");
        return list.or(List.of()).stream().map(t -> TemplateChoice.of(t, chosen, mapper)).toList();
    }

    private static List<String> companions(List<RuntimeView> runtimes) {
        return runtimes.stream().flatMap(r -> r.companions().stream()).distinct().toList();
    }

    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(Settings.fields(Settings.CLUSTER));
        fields.addAll(
                List.of(
                        "name",
                        "id",
                        "environment",
                        "template_id",
                        "description",
                        "brokers",
                        "tags",
                        "auto_start",
                        "runtime",
                        "ports.kafka_port",
                        "ports.rest_proxy_port",
                        "ports.ui_port",
                        "ports.jmx_port",
                        "rest_proxy_config.enabled",
                        "rest_proxy_config.heap_size",
                        "ui_config.enabled",
                        "ui_config.heap_size",
                        "retention_policy.keep_data_on_delete",
                        "retention_policy.log_retention_days"));
        return Set.copyOf(fields);
    }
}
