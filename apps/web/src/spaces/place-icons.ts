import BookLock from "~icons/lucide/book-lock";
import CalendarDays from "~icons/lucide/calendar-days";
import Ear from "~icons/lucide/ear";
import HandHeart from "~icons/lucide/hand-heart";
import Handshake from "~icons/lucide/handshake";
import MessagesSquare from "~icons/lucide/messages-square";
import Mountain from "~icons/lucide/mountain";
import PackageOpen from "~icons/lucide/package-open";
import Sprout from "~icons/lucide/sprout";
import Sun from "~icons/lucide/sun";
import UsersRound from "~icons/lucide/users-round";
import type { Component, JSX } from "solid-js";

import type { Place } from "./places.ts";

export const placeIcons: Record<Place, Component<JSX.SvgSVGAttributes<SVGSVGElement>>> = {
  home: Sun,
  me: BookLock,
  asks: Ear,
  "check-ins": MessagesSquare,
  needs: Sprout,
  goals: Mountain,
  agreements: Handshake,
  promises: HandHeart,
  people: UsersRound,
  calendar: CalendarDays,
  export: PackageOpen,
};
