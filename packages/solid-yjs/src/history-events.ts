export type History = "undo" | "redo" | null;

/** What a `beforeinput` event is about to do with the browser's own history. */
export function historyByInput(event: Event): History {
  if (!("inputType" in event)) return null;
  if (event.inputType === "historyUndo") return "undo";
  return event.inputType === "historyRedo" ? "redo" : null;
}

/** What a `keydown` event asks for: a browser with no history of its own sends no input event. */
export function historyByKey(event: Event): History {
  if (!isKeyPress(event) || event.altKey || event.ctrlKey === event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey ? "redo" : null;
}

const isKeyPress = (event: Event): event is KeyboardEvent => "key" in event && "ctrlKey" in event;
