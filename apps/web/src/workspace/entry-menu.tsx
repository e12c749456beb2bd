import ArrowDown from "~icons/lucide/arrow-down";
import ArrowUp from "~icons/lucide/arrow-up";
import Ellipsis from "~icons/lucide/ellipsis";
import Trash from "~icons/lucide/trash-2";
import type { EntryId } from "@concord/domain/ids";
import type { JSX } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import type { EntryList } from "./entry-list.ts";

/** What can be done to an entry of a list as a whole. */
export function EntryMenu(props: {
  readonly list: EntryList;
  readonly id: EntryId;
  /** What else can be done with it, beside what can be done with every entry. */
  readonly also?: readonly MenuItem[];
}): JSX.Element {
  const text = useText();
  return (
    <Menu
      label={text.workspace.more(props.list.nameOf(props.id))}
      icon={Ellipsis}
      items={[
        {
          label: text.workspace.moveUp,
          icon: ArrowUp,
          disabled: props.list.isFirst(props.id),
          act: () => props.list.move(props.id, "up"),
        },
        {
          label: text.workspace.moveDown,
          icon: ArrowDown,
          disabled: props.list.isLast(props.id),
          act: () => props.list.move(props.id, "down"),
        },
        ...(props.also ?? []),
        {
          label: text.workspace.remove,
          icon: Trash,
          danger: true,
          act: () => props.list.remove(props.id),
        },
      ]}
    />
  );
}
