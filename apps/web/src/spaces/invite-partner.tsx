import type { Invitation } from "@concord/domain/spaces/schema";
import { type JSX, Show, createSignal } from "solid-js";

import { createAction } from "../api/action.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { focusOn } from "../shell/heading.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Card } from "../ui/surface.tsx";
import { Trouble } from "../ui/trouble.tsx";
import styles from "./people-page.module.css";
import { useSpace } from "./space-context.ts";
import { invite } from "./spaces-api.ts";

/** The free place: makes an invitation to hand over, as a link or as a code. */
export function InvitePartner(): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const { space, refetch } = useSpace();
  const words = text.spaces.people;
  const [made, setMade] = createSignal<Invitation>();
  const inviting = createAction(() => invite(space().id));
  const day = (ms: number) => dayInWords(ms, Date.now(), locale);
  const go = async () => {
    const invitation = await inviting.run();
    if (!invitation) return;
    setMade(invitation.value);
    refetch();
  };
  return (
    <Card class={styles["free"] ?? ""}>
      <h3>{words.empty}</h3>
      <p>{words.emptyText}</p>
      <Show
        when={made()}
        fallback={
          <>
            <Show when={space().invitedUntil}>
              {(until) => <p>{words.invited(day(until()))}</p>}
            </Show>
            <Trouble words={inviting.trouble()} />
            <div>
              <Button kind="primary" aria-disabled={inviting.busy()} onClick={() => void go()}>
                {space().invitedUntil ? words.inviteAgain : words.invite}
              </Button>
            </div>
          </>
        }
      >
        {(invitation) => (
          <div class={styles["made"]} ref={focusOn}>
            <CopyField label={words.link} value={invitation().url} />
            <CopyField label={words.code} value={invitation().code} />
            <p class={styles["once"]}>{words.once(day(invitation().expiresAt))}</p>
          </div>
        )}
      </Show>
    </Card>
  );
}
