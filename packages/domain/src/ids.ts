import * as v from "valibot";

/**
 * Ids are opaque strings, branded so that one kind is never taken for another.
 * They are made only by these parsers, or by `new…Id()` for what a person creates.
 */
const opaque = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, "not an id"));

export const PersonId = v.pipe(opaque, v.brand("PersonId"));
export type PersonId = v.InferOutput<typeof PersonId>;

export const SpaceId = v.pipe(opaque, v.brand("SpaceId"));
export type SpaceId = v.InferOutput<typeof SpaceId>;

export const GrantId = v.pipe(opaque, v.brand("GrantId"));
export type GrantId = v.InferOutput<typeof GrantId>;

/** Something that one person declared, or is about to answer: a row of the ledger. */
export const DeclarationId = v.pipe(opaque, v.brand("DeclarationId"));
export type DeclarationId = v.InferOutput<typeof DeclarationId>;

/** An entry of a shared list: a need, a goal, a step, a clause, an agreement. */
export const EntryId = v.pipe(opaque, v.brand("EntryId"));
export type EntryId = v.InferOutput<typeof EntryId>;

/** Whether an unknown value is an id of that kind. */
export const isPersonId = (value: unknown): value is PersonId => v.is(PersonId, value);
export const isEntryId = (value: unknown): value is EntryId => v.is(EntryId, value);

export const newSpaceId = (): SpaceId => v.parse(SpaceId, crypto.randomUUID());
export const newGrantId = (): GrantId => v.parse(GrantId, crypto.randomUUID());
export const newDeclarationId = (): DeclarationId => v.parse(DeclarationId, crypto.randomUUID());
export const newEntryId = (): EntryId => v.parse(EntryId, crypto.randomUUID());
