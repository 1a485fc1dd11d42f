package io.atoll.gateway.audit.chain;

import static io.atoll.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.Callers;
import io.atoll.gateway.EchoServices;
import io.atoll.gateway.audit.AuditDatabase;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with the database's password does what they like with the rows. */
@QuarkusTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
class VerificationIT {
    private static final String ROW =
            "select append_audit(jsonb_build_array(jsonb_build_object('entry', gen_random_uuid(),"
                    + " 'stage', 'attempted', 'subject', 'ada', 'action', 'test', 'status', 7,"
                    + " 'document', '{\"path\":\"/é\"}')))";

    private long last;
    private String hash = "";

    @BeforeEach
    void some_rows_of_which_a_copy_is_kept() {
        Callers.admin();
        AuditDatabase.run(ROW, ROW, ROW, ROW, ROW);
        AuditDatabase.run(
                "drop table if exists kept, kept_head",
                "create table kept as select * from audit",
                "create table kept_head as select * from audit_head");
        String[] end =
                AuditDatabase.read("select no || ' ' || encode(hash, 'hex') from kept_head")
                        .getFirst()
                        .split(" ");
        last = Long.parseLong(end[0]);
        hash = end[1];
    }

    @AfterEach
    void the_rows_are_as_they_were() {
        AuditDatabase.run(
                "alter table audit disable trigger user",
                "delete from audit",
                "insert into audit select * from kept",
                "delete from audit_head",
                "insert into audit_head select * from kept_head",
                "alter table audit enable trigger user");
    }

    private record Said(int code, String words) {}

    private static Said verify(String... words) {
        var out = new ByteArrayOutputStream();
        int code =
                new VerifyCommand(AuditDatabase.environment(), new PrintStream(out))
                        .run(List.of(words));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private void tamper(String... statements) {
        var all =
                IntStream.range(0, statements.length + 2)
                        .mapToObj(
                                i ->
                                        i == 0
                                                ? "alter table audit disable trigger user"
                                                : i <= statements.length
                                                        ? statements[i - 1].replace(
                                                                "LAST", "" + last)
                                                        : "alter table audit enable trigger user");
        AuditDatabase.run(all.toArray(String[]::new));
    }

    @Test
    void an_untouched_chain_is_intact_for_the_command_and_for_the_gateway() {
        Said said = verify("--expect", last + ":" + hash);
        assertThat(said.words()).startsWith("intact: ").contains("last hash " + hash);
        assertThat(said.code()).isZero();
        JsonPath view = as(Callers.admin()).get("/api/v1/audit/verification").jsonPath();
        assertThat(view.getBoolean("intact")).isTrue();
        assertThat(view.getLong("rows")).isGreaterThanOrEqualTo(last);
        assertThat(view.getLong("first_no")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit set subject = 'eve' where no = LAST - 2 | 2 | was changed",
                "update audit set subject = null where no = LAST - 2 | 2 | was changed",
                "update audit set at = at - interval '1 microsecond' where no = LAST - 2 | 2 | was changed",
                "update audit set status = 8 where no = LAST - 2 | 2 | was changed",
                "update audit set environment = 'prod' where no = LAST - 2 | 2 | was changed",
                "update audit set document = '{}' where no = LAST - 2 | 2 | was changed",
                "update audit set opens = false where no = LAST - 2 | 2 | was changed",
                "update audit set hash = previous_hash where no = LAST - 2 | 2 | was changed",
                "delete from audit where no = LAST - 2 | 2 | missing",
                "delete from audit where no < LAST - 2 | -1 | beginning",
                "delete from audit where no > LAST - 2 | 1 | ends with row",
                "delete from audit | -1 | ends with row",
            })
    void a_row_that_is_changed_or_taken_out_is_found(String sql, long back, String what) {
        tamper(sql.strip());
        Said said = verify();
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words()).contains(what.strip());
        long no = back < 0 ? 1 : last - back;
        assertThat(said.words()).contains("row " + no + ".");
        JsonPath view = as(Callers.admin()).get("/api/v1/audit/verification").jsonPath();
        assertThat(view.getBoolean("intact")).isFalse();
        assertThat(view.getLong("first_fault.no")).isEqualTo(no);
    }

    @Test
    void a_row_that_is_put_in_is_found_even_with_a_hash_that_fits() {
        tamper(
                "update audit set no = no + 1000000 where no > LAST - 2",
                "insert into audit select (r).* from (select jsonb_populate_record(a, jsonb_build_object("
                        + "'no', LAST - 1, 'entry', gen_random_uuid(), 'previous_hash', a.hash)) as r"
                        + " from audit a where a.no = LAST - 2) x",
                "update audit a set hash = audit_hash(a) where no = LAST - 1",
                "update audit set no = no - 1000000 + 1 where no > 1000000");
        assertThat(verify().words()).contains("not intact: row " + last + ".");
    }

    @Test
    void rows_that_change_places_are_found() {
        tamper(
                "update audit set no = -1 where no = LAST - 2",
                "update audit set no = LAST - 2 where no = LAST - 1",
                "update audit set no = LAST - 1 where no = -1");
        assertThat(verify().words()).contains("not intact: row " + (last - 2) + ".");
    }

    @Test
    void an_end_that_is_cut_off_with_its_note_is_found_by_an_anchor() {
        tamper(
                "delete from audit where no > LAST - 3",
                "update audit_head set (no, hash) ="
                        + " (select no, hash from audit order by no desc limit 1)");
        assertThat(verify().code()).isZero();
        Said said = verify("--expect", last + ":" + hash);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.words()).contains("Rows up to " + last + " are missing");
    }

    @Test
    void a_chain_that_is_made_anew_is_found_by_an_anchor() {
        tamper(
                "update audit set subject = 'eve' where no = LAST",
                "update audit a set hash = audit_hash(a) where no = LAST",
                "update audit_head set hash = (select hash from audit where no = LAST)");
        assertThat(verify().code()).isZero();
        assertThat(verify("--expect", last + ":" + hash).words()).contains("anchor");
        assertThat(verify("--expect", "nonsense").code()).isEqualTo(1);
    }

    @Test
    void the_table_refuses_changes_where_nobody_takes_its_trigger_away() {
        for (String sql :
                List.of(
                        "update audit set subject = 'eve' where no = 1",
                        "delete from audit where no = 1",
                        "truncate audit")) {
            assertThat(refused(sql)).isTrue();
        }
    }

    private static boolean refused(String sql) {
        try {
            AuditDatabase.run(sql);
            return false;
        } catch (IllegalStateException e) {
            return e.getMessage().contains("rows of the audit are not changed");
        }
    }

    @Test
    void two_connections_that_add_at_once_make_one_chain() {
        var adding =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        CompletableFuture.runAsync(
                                                () ->
                                                        IntStream.range(0, 25)
                                                                .forEach(
                                                                        j ->
                                                                                AuditDatabase.run(
                                                                                        ROW))))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(adding).join();
        assertThat(verify().words()).startsWith("intact: ");
        assertThat(AuditDatabase.number("select max(no) from audit"))
                .isGreaterThanOrEqualTo(last + 100);
    }

    @Test
    void what_is_left_after_old_rows_went_is_proved_and_going_too_far_is_found() {
        String cut = AuditDatabase.read("select at from audit where no = " + (last - 1)).getFirst();
        AuditDatabase.run("select retire_audit('" + cut + "', 3)");
        assertThat(AuditDatabase.number("select min(no) from audit")).isEqualTo(4);
        AuditDatabase.run("select retire_audit('" + cut + "', 100000)");
        assertThat(AuditDatabase.number("select min(no) from audit")).isEqualTo(last - 1);
        assertThat(verify("--expect", last + ":" + hash).words()).startsWith("intact: ");
        assertThat(
                        AuditDatabase.number(
                                "select count(*) from audit where action = 'audit_retention'"))
                .isEqualTo(2);
        tamper("delete from audit where no < LAST");
        assertThat(verify().words()).contains("beginning");
    }
}
