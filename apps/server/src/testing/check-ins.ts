import { CheckIn, CheckIns, OneCheckIn } from "@concord/domain/check-ins/schema";
import * as v from "valibot";

import type { Answer, Person } from "./workspace.ts";

export const checkInsPath = (space: string): string => `/api/spaces/${space}/check-ins`;

/** The check-in that is open, begun now where there is none. */
export const begin = async (person: Person, space: string): Promise<CheckIn> =>
  v.parse(CheckIn, (await person.post(checkInsPath(space))).body);

/** A whole answer of these words, with every scale at one mark. */
export const saying = (words: string, mark = 3) => ({
  answer: { appreciation: `Thank you: ${words}`, issue: words, help: "" },
  lines: { close: mark, backed: null, rested: mark, honest: mark },
});

export const seal = (
  person: Person,
  space: string,
  id: string,
  body: unknown = saying(`${person.name}'s words`),
): Promise<Answer> => person.post(`${checkInsPath(space)}/${id}/answer`, body);

export const listOf = async (person: Person, space: string): Promise<readonly CheckIn[]> =>
  v.parse(CheckIns, (await person.get(checkInsPath(space))).body).checkIns;

export const oneOf = async (person: Person, space: string, id: string): Promise<OneCheckIn> =>
  v.parse(OneCheckIn, (await person.get(`${checkInsPath(space)}/${id}`)).body);
