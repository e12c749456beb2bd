import type { Role } from "@concord/domain/balance/balance";

const roles: Record<Role, string> = {
  me: "myself",
  partner: "my partner",
  friend: "a friend",
  family: "family",
  professional: "somebody whose work it is",
  unmet: "nobody at the moment",
};

export const balance = {
  lead: "Who meets which of your needs. No one person can meet them all, and nobody has to.",
  roles,
  list: "My needs, and who meets them",
  add: "Add a need",
  first: ["Being heard", "Closeness", "Laughing", "Thinking aloud", "Rest", "Something of my own"],
  begin: "Begin with a few",
  name: (words: string, place: number) => (words === "" ? `need ${place}` : `“${words}”`),
  text: (place: number) => `Need ${place}`,
  placeholder: "A need of mine",
  metBy: (name: string) => `Who meets ${name}`,
  remove: (name: string) => `Remove ${name}`,
  figure: "A picture of me, us and others: each need stands where it’s met.",
  places: { me: "me", we: "us", others: "others", unmet: "not met yet" },
  share: (name: string) => `Share ${name} with my partner`,
  shareShort: "Share this one",
  shared: "It’s in your needs now, for you both to read.",
  mostly: (who: string) => `At the moment it’s met by ${who}.`,
  empty: "Nothing here yet. One need is enough to begin with.",
};
