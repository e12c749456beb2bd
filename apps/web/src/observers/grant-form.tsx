import type { CreatedGrant } from "@concord/domain/observers/schema";
import { type RoomPath, ownGoalsOf } from "@concord/domain/rooms";
import { For, type JSX, Show, createSignal, createUniqueId } from "solid-js";

import { createAction } from "../api/action.ts";
import { useText } from "../i18n/text.ts";
import { dayInMonths, endOfDay } from "../i18n/times.ts";
import { focusOn } from "../shell/heading.ts";
import { useSpace } from "../spaces/space-context.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Checkbox, TextField } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { createGrant } from "./observers-api.ts";
import { type AgreementTitle, roomInWords } from "./room-names.ts";
import styles from "./who-can-look-on.module.css";

const usualMonths = 3;
const mostMonths = 11;

/** Names the pages and the day; making it is the maker's own consent, and gives a link. */
export function GrantForm(props: {
  readonly titles: readonly AgreementTitle[];
  readonly onDone: () => void;
}): JSX.Element {
  const [made, setMade] = createSignal<CreatedGrant>();
  return (
    <Show when={made()} fallback={<Choose titles={props.titles} onMade={setMade} />}>
      {(grant) => <Ready grant={grant()} onDone={props.onDone} />}
    </Show>
  );
}

function Choose(props: {
  readonly titles: readonly AgreementTitle[];
  readonly onMade: (grant: CreatedGrant) => void;
}): JSX.Element {
  const text = useText();
  const { space, refetch } = useSpace();
  const words = text.observers.form;
  const [rooms, setRooms] = createSignal<readonly RoomPath[]>([]);
  const [day, setDay] = createSignal(dayInMonths(Date.now(), usualMonths));
  const [tried, setTried] = createSignal(false);
  const until = () => endOfDay(day()) ?? 0;
  const making = createAction(() => createGrant(space().id, { rooms: rooms(), until: until() }));
  const roomsWrong = () => tried() && rooms().length === 0;
  const dayWrong = () => tried() && until() <= Date.now();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (roomsWrong() || dayWrong()) return;
    const grant = await making.run();
    if (!grant) return;
    props.onMade(grant.value);
    refetch();
  };
  return (
    <form class={styles["form"]} novalidate onSubmit={(event) => void submit(event)}>
      <RoomChoice titles={props.titles} rooms={rooms()} onChange={setRooms} />
      <Trouble words={roomsWrong() ? words.roomsWrong : undefined} />
      <TextField
        type="date"
        label={words.until}
        hint={words.untilHint}
        error={dayWrong() ? words.untilWrong : undefined}
        min={dayInMonths(Date.now(), 0)}
        max={dayInMonths(Date.now(), mostMonths)}
        value={day()}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <Trouble words={making.trouble()} />
      <Button type="submit" kind="primary" aria-disabled={making.busy()}>
        {words.action}
      </Button>
    </form>
  );
}

/** Every page by its name; none is chosen unless somebody chooses it. */
function RoomChoice(props: {
  readonly titles: readonly AgreementTitle[];
  readonly rooms: readonly RoomPath[];
  readonly onChange: (rooms: readonly RoomPath[]) => void;
}): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.observers.form;
  const hint = createUniqueId();
  const known = () => ({ titles: props.titles, partners: space().partners });
  const offered = (): readonly RoomPath[] => [
    "needs",
    "goals",
    ...space().partners.map(({ id }) => ownGoalsOf(id)),
    "asks",
    "agreements",
    ...props.titles.map(({ id }) => `agreement/${id}` as const),
  ];
  const choose = (room: RoomPath, chosen: boolean) =>
    props.onChange([...props.rooms.filter((it) => it !== room), ...(chosen ? [room] : [])]);
  return (
    <fieldset aria-describedby={hint}>
      <legend>{words.which}</legend>
      <p class={styles["hint"]} id={hint}>
        {words.whichHint}
      </p>
      <For each={offered()}>
        {(room) => (
          <Checkbox
            checked={props.rooms.includes(room)}
            onChange={(event) => choose(room, event.currentTarget.checked)}
          >
            {roomInWords(room, text, known())}
          </Checkbox>
        )}
      </For>
    </fieldset>
  );
}

function Ready(props: { readonly grant: CreatedGrant; readonly onDone: () => void }): JSX.Element {
  const text = useText();
  const { space } = useSpace();
  const words = text.observers.form;
  const other = () => space().partners.find((partner) => partner.id !== space().you.id)?.name ?? "";
  return (
    <div class={styles["form"]}>
      <h3 ref={focusOn}>{words.readyTitle}</h3>
      <p>{words.ready(other())}</p>
      <CopyField label={words.link} value={props.grant.url} />
      <div>
        <Button kind="primary" onClick={() => props.onDone()}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
