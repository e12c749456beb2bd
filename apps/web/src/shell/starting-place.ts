import type { Me } from "@concord/domain/accounts/schema";

/** Where somebody who is signed in belongs: their only place, or the page to choose on. */
export function startingPlace(me: Me): "choose" | `/${string}` {
  const [space, ...others] = me.spaces;
  // From a closed one on, the way is to begin another.
  if (space && !space.closed && others.length === 0 && me.observing.length === 0)
    return `/space/${space.id}`;
  if (!space && me.observing.length > 0) return "/desk";
  return "choose";
}
