import * as v from "valibot";
export declare const PersonId: v.SchemaWithPipe<
  readonly [
    v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, "not an id">]>,
    v.BrandAction<string, "PersonId">,
  ]
>;
export type PersonId = v.InferOutput<typeof PersonId>;
export declare const SpaceId: v.SchemaWithPipe<
  readonly [
    v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, "not an id">]>,
    v.BrandAction<string, "SpaceId">,
  ]
>;
export type SpaceId = v.InferOutput<typeof SpaceId>;
export declare const GrantId: v.SchemaWithPipe<
  readonly [
    v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, "not an id">]>,
    v.BrandAction<string, "GrantId">,
  ]
>;
export type GrantId = v.InferOutput<typeof GrantId>;
/** An entry of a shared list: a need, a goal, a step, a clause, an agreement. */
export declare const EntryId: v.SchemaWithPipe<
  readonly [
    v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, "not an id">]>,
    v.BrandAction<string, "EntryId">,
  ]
>;
export type EntryId = v.InferOutput<typeof EntryId>;
/** Whether an unknown value is an id of that kind. */
export declare const isPersonId: (value: unknown) => value is PersonId;
export declare const isEntryId: (value: unknown) => value is EntryId;
export declare const newSpaceId: () => SpaceId;
export declare const newGrantId: () => GrantId;
export declare const newEntryId: () => EntryId;
