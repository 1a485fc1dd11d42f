package io.atoll.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordsTest {

    @TempDir Path folder;

    @Test
    void knowsAProcessByMoreThanItsPid() throws Exception {
        var records = new ProcessRecords(folder);
        var self = ProcessIdentity.current();
        records.write("self", self);
        records.write("earlier", new ProcessIdentity(self.pid(), 1, self.boot()));
        records.write("rebooted", new ProcessIdentity(self.pid(), self.startTicks(), "other"));

        assertThat(records.allAlive()).containsOnlyKeys("self");
        assertThat(folder.resolve("earlier.pid")).doesNotExist();
    }

    @Test
    void takesADamagedRecordForNone() throws Exception {
        Files.writeString(folder.resolve("half.pid"), "12");
        Files.writeString(folder.resolve("empty.pid"), "");

        assertThat(new ProcessRecords(folder).allAlive()).isEmpty();
    }
}
