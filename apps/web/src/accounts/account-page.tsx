import type { Account } from "@concord/domain/accounts/account";
import { type JSX, Show, createResource } from "solid-js";

import { useText } from "../i18n/text.ts";
import { Trouble } from "../ui/trouble.tsx";
import { fetchAccount } from "./account-api.ts";
import { DeletePart } from "./account-delete.tsx";
import { LogPart } from "./account-log.tsx";
import styles from "./account-page.module.css";
import { PasskeysPiece } from "./account-passkeys.tsx";
import { PasswordPiece } from "./account-password.tsx";
import { RecoveryPiece } from "./account-recovery.tsx";
import { SecondFactorPiece } from "./account-second-factor.tsx";
import { SessionsPart } from "./account-sessions.tsx";
import { WhoPart } from "./account-who.tsx";
import { Card } from "../ui/surface.tsx";

/** What every part of the page is given: the account as it stands, and a way to look again. */
export interface AccountPart {
  readonly account: Account;
  readonly changed: () => void;
}

/** Everything about one's own account; nobody else ever sees any of it (S2, S3). */
export function AccountPage(): JSX.Element {
  const text = useText();
  const [answer, { refetch }] = createResource(fetchAccount);
  const account = () => {
    const now = answer.latest;
    return now?.ok ? now.value : undefined;
  };
  const trouble = () => {
    const now = answer.latest;
    return now && !now.ok ? text.problems[now.problem] : undefined;
  };
  const changed = () => void refetch();
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <h1>{text.account.title}</h1>
        <p class={styles["lead"]}>{text.account.lead}</p>
      </header>
      <Trouble words={trouble()} again={{ label: text.shell.tryAgain, act: changed }} />
      <Show when={account()}>
        {(account) => (
          <>
            <WhoPart account={account()} changed={changed} />
            <SignInPart account={account()} changed={changed} />
            <SessionsPart account={account()} changed={changed} />
            <LogPart account={account()} changed={changed} />
            <DeletePart account={account()} changed={changed} />
          </>
        )}
      </Show>
    </div>
  );
}

function SignInPart(props: AccountPart): JSX.Element {
  const words = useText().account;
  return (
    <section class={styles["part"]} aria-labelledby="how">
      <h2 id="how">{words.how}</h2>
      <Card class={styles["card"] ?? ""}>
        <PasswordPiece {...props} />
        <PasskeysPiece {...props} />
        <SecondFactorPiece {...props} />
        <RecoveryPiece {...props} />
      </Card>
    </section>
  );
}
