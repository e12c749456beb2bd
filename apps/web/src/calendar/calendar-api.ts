import { CalendarFeed, NewCalendarFeed } from "@concord/domain/calendar/schema";
import type { SpaceId } from "@concord/domain/ids";
import * as v from "valibot";

import { request } from "../api/request.ts";
import type { Result } from "../api/result.ts";

export const fetchFeed = (space: SpaceId): Promise<Result<CalendarFeed>> =>
  request(CalendarFeed, { method: "GET", path: `/api/spaces/${space}/calendar` });

export const makeFeed = (space: SpaceId): Promise<Result<NewCalendarFeed>> =>
  request(NewCalendarFeed, { method: "POST", path: `/api/spaces/${space}/calendar` });

export const endFeed = (space: SpaceId): Promise<Result<null>> =>
  request(v.null(), { method: "DELETE", path: `/api/spaces/${space}/calendar` });
