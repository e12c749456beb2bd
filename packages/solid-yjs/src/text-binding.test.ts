import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";

import type { Splice } from "./splice.ts";
import { FakeField } from "./testing/fake-field.ts";
import { makeTextField } from "./text-binding.ts";

function bind(words = "", field = new FakeField()) {
  const doc = new Y.Doc();
  const text = doc.getText("title");
  text.insert(0, words);
  const splices: Splice[] = [];
  const history: string[] = [];
  const end = makeTextField(field, text, {
    edit: (text, splice) => {
      splices.push(splice);
      doc.transact(() => {
        text.delete(splice.index, splice.remove);
        text.insert(splice.index, splice.insert);
      });
    },
    undo: () => history.push("undo"),
    redo: () => history.push("redo"),
  });
  return { doc, text, field, splices, history, end };
}

describe("typing", () => {
  test("sends each character where it was typed", () => {
    const { text, field, splices } = bind("aaa");
    field.select(1);
    field.type("a");
    field.type("b");
    field.backspace();
    expect(text.toJSON()).toBe("aaaa");
    expect(splices.map(({ index }) => index)).toEqual([1, 2, 2]);
  });

  test("leaves the field as the browser has it", () => {
    const { field } = bind("one two");
    const before = field.sets;
    field.select(4, 7);
    field.type("2");
    expect(field.sets).toBe(before);
    expect(field.selectionEnd).toBe(5);
  });

  test("an emoji goes and comes whole", () => {
    const { text, field, splices } = bind("👍");
    field.select(0, 2);
    field.type("👎");
    expect(text.toJSON()).toBe("👎");
    expect(splices).toEqual([{ index: 0, remove: 2, insert: "👎" }]);
  });

  test("shows the words as they are when the command would not take them", () => {
    const { text, field, end } = bind("abc");
    end();
    const refusing = { edit: () => undefined, undo: () => undefined, redo: () => undefined };
    makeTextField(field, text, refusing);
    field.select(3);
    field.type("d");
    expect(field.value).toBe("abc");
  });
});

describe("what others write", () => {
  test("appears, and the caret stays at its letter", () => {
    const { text, field } = bind("one two");
    field.select(5);
    text.insert(0, "and ");
    expect(field.value).toBe("and one two");
    expect(field.selectionStart).toBe(9);
    text.delete(0, 11);
    expect([field.value, field.selectionStart]).toEqual(["", 0]);
  });

  test("keeps a selection, its direction, and how far the field is scrolled", () => {
    const { text, field } = bind("one two three");
    field.setSelectionRange(4, 7, "backward");
    field.scrollTop = 40;
    text.applyDelta([{ insert: "> " }, { retain: 13 }, { insert: "!" }]);
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
    expect([selectionStart, selectionEnd, selectionDirection, scrollTop]).toEqual([
      6,
      9,
      "backward",
      40,
    ]);
  });

  test("does not draw the focus to a field that has none", () => {
    const { text, field } = bind("one");
    field.focused = false;
    field.setSelectionRange = () => {
      throw new Error("would take the focus");
    };
    text.insert(0, "x");
    expect(field.value).toBe("xone");
  });

  test("with line ends that the field cannot hold keeps every later edit in its place", () => {
    const { text, field } = bind("", new FakeField("INPUT"));
    text.insert(0, "a\nb\r\nc");
    expect(field.value).toBe("a b  c");
    field.select(6);
    field.type("d");
    expect(text.toJSON()).toBe("a\nb\r\ncd");
  });

  test("with something embedded, which counts as one character, too", () => {
    const { text, field } = bind("ab");
    text.insertEmbed(1, { image: "x" });
    expect(field.value).toBe("a\uFFFCb");
    field.select(3);
    field.type("c");
    expect(text.toDelta()).toEqual([{ insert: "a" }, { insert: { image: "x" } }, { insert: "bc" }]);
  });
});

describe("an input method that composes", () => {
  test("is heard at once and not disturbed", () => {
    const { text, field } = bind("x");
    const before = field.sets;
    field.select(1);
    field.tell("compositionstart");
    field.compose("k");
    field.compose("か");
    expect(text.toJSON()).toBe("xか");
    field.compose("書");
    field.tell("compositionend");
    expect(text.toJSON()).toBe("x書");
    expect(field.sets).toBe(before);
  });

  test("what others write meanwhile waits until it is done; nothing is lost", () => {
    const { text, field } = bind("one two");
    const before = field.sets;
    field.select(4);
    field.tell("compositionstart");
    field.compose("k");
    text.insert(0, "> ");
    field.compose("か");
    text.insert(text.length, " three");
    expect([field.value, field.sets]).toEqual(["one かtwo", before]);
    field.select(5);
    field.tell("compositionend");
    expect(text.toJSON()).toBe("> one かtwo three");
    expect([field.value, field.selectionStart]).toEqual(["> one かtwo three", 7]);
  });

  test("what others put into what it replaces is kept", () => {
    const { text, field } = bind("abcd");
    field.select(0, 4);
    field.tell("compositionstart");
    text.insert(2, "XY");
    field.type("か");
    field.tell("compositionend");
    expect(text.toJSON()).toBe("かXY");
    expect(field.value).toBe("かXY");
  });

  test("that is given up leaves what others wrote", () => {
    const { text, field } = bind("ab");
    field.select(2);
    field.tell("compositionstart");
    text.insert(0, "x");
    field.tell("compositionend");
    expect([field.value, text.toJSON(), field.selectionStart]).toEqual(["xab", "xab", 3]);
  });
});

describe("undo and redo", () => {
  test.each([
    ["beforeinput", { inputType: "historyUndo" }, ["undo"]],
    ["beforeinput", { inputType: "historyRedo" }, ["redo"]],
    ["beforeinput", { inputType: "insertText" }, []],
    ["keydown", { key: "z", ctrlKey: true, metaKey: false }, ["undo"]],
    ["keydown", { key: "Z", ctrlKey: false, metaKey: true, shiftKey: true }, ["redo"]],
    ["keydown", { key: "y", ctrlKey: true, metaKey: false }, ["redo"]],
    ["keydown", { key: "z", ctrlKey: false, metaKey: false }, []],
    ["keydown", { key: "z", ctrlKey: true, metaKey: false, altKey: true }, []],
  ])("%s %j asks for %j, and not for the browser's own", (type, fields, asked) => {
    const { field, history } = bind();
    expect(field.tell(type, fields)).toBe(asked.length > 0);
    expect(history).toEqual(asked);
  });
});

test("a field that has ended neither speaks nor listens", () => {
  const { text, field, splices, end } = bind("a");
  end();
  field.type("b");
  text.insert(0, "c");
  expect([splices, text.toJSON(), field.value]).toEqual([[], "ca", "ba"]);
});

test("two who type into one text at once see the same, and lose nothing", () => {
  const act = fc.record({
    by: fc.constantFrom(0, 1),
    what: fc.constantFrom("type", "type", "erase", "move", "start", "end", "sync"),
    at: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const people = [bind(), bind()] as const;
      const composing = [false, false];
      acts.forEach(({ by, what, at }, step) => {
        const { field } = people[by];
        if (what === "type") field.type(String.fromCodePoint(0x4e00 + step));
        if (what === "erase" && field.selectionEnd > 0) field.backspace();
        if (what === "move" && !composing[by]) field.select(Math.min(at, field.value.length));
        if (what === "start" || what === "end") {
          composing[by] = what === "start";
          field.tell(what === "start" ? "compositionstart" : "compositionend");
        }
        if (what === "sync") sync(people[0].doc, people[1].doc);
      });
      for (const { field } of people) field.tell("compositionend");
      sync(people[0].doc, people[1].doc);
      expect(people[0].field.value).toBe(people[0].text.toJSON());
      expect(people[1].field.value).toBe(people[0].field.value);
    }),
  );
});

function sync(one: Y.Doc, two: Y.Doc): void {
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)));
}
