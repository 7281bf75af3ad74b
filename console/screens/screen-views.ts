import type { ComponentType } from "preact";
import type { ScreenName } from "../app/screen-names.ts";
import { ActivityScreen } from "./activity.tsx";
import { DigestsScreen } from "./digests.tsx";
import { EntryScreen } from "./entry.tsx";
import { OfficerDayScreen } from "./officer-day.tsx";
import { OutputsScreen } from "./outputs.tsx";
import { PersonTrailScreen } from "./person-trail.tsx";
import { ReportsScreen } from "./reports.tsx";
import { RightsScreen } from "./rights.tsx";
import { SearchScreen } from "./search.tsx";

export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
}

export const screenViews: Readonly<Record<ScreenName, ComponentType<ScreenProps>>> = {
  search: SearchScreen,
  officer: OfficerDayScreen,
  person: PersonTrailScreen,
  activity: ActivityScreen,
  digests: DigestsScreen,
  reports: ReportsScreen,
  outputs: OutputsScreen,
  rights: RightsScreen,
  entry: EntryScreen,
};
