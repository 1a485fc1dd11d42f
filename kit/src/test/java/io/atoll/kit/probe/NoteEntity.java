package io.atoll.kit.probe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "note")
public class NoteEntity {

    @Id String id;
    String text;

    public static NoteEntity of(String id, String text) {
        var note = new NoteEntity();
        note.id = id;
        note.text = text;
        return note;
    }

    public void rewrite(String newText) {
        this.text = newText;
    }

    public String text() {
        return text;
    }
}
