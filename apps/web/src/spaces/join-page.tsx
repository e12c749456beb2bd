import { useNavigate, useParams } from "@solidjs/router";
import { type JSX, Show, createResource } from "solid-js";

import { CodeGate } from "../accounts/code-gate.tsx";
import { useMe } from "../accounts/me-context.ts";
import { createAction } from "../api/action.ts";
import { useLanguage, useText } from "../i18n/text.ts";
import { dayInWords } from "../i18n/times.ts";
import { Button } from "../ui/button.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { join, previewInvitation } from "./spaces-api.ts";

/** Where an invitation's link leads: who invites, then an account if need be, then in. */
export function JoinPage(): JSX.Element {
  const text = useText();
  const { locale } = useLanguage();
  const params = useParams<{ code: string }>();
  const [preview] = createResource(() => params.code, previewInvitation);
  const words = text.spaces.join;
  return (
    <CodeGate lit="one" answer={preview()} words={words}>
      {(invitation) => ({
        title: words.title(invitation().inviter),
        body: (
          <>
            <p>{words.text(invitation().inviter)}</p>
            <p>{words.lasts(dayInWords(invitation().expiresAt, Date.now(), locale))}</p>
          </>
        ),
        action: <Join code={params.code} />,
      })}
    </CodeGate>
  );
}

function Join(props: { readonly code: string }): JSX.Element {
  const text = useText();
  const { me, refetch } = useMe();
  const navigate = useNavigate();
  const joining = createAction(() => join(props.code));
  const go = async () => {
    const joined = await joining.run();
    if (!joined) return;
    await refetch();
    navigate(`/space/${joined.value.space}`, { replace: true });
  };
  return (
    <>
      <Show when={me()}>{(me) => <p>{text.spaces.join.as(me().person.name)}</p>}</Show>
      <Trouble words={joining.trouble()} />
      <Button kind="primary" aria-disabled={joining.busy()} onClick={() => void go()}>
        {text.spaces.join.action}
      </Button>
    </>
  );
}
