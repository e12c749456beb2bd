import type { ProblemCode } from "@concord/domain/problems";

/** Why a request had no good end: the server's own code, or what the client found by itself. */
export type Trouble = ProblemCode | "unreachable" | "unreadable";

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: Trouble;
      /** With `text-changed`: the words as the server has them. */
      readonly current?: string | undefined;
    };

/** Whether trying again later may help without anybody changing anything. */
export const mayPass = (problem: Trouble): boolean =>
  problem === "unreachable" || problem === "not-now" || problem === "our-fault";
