import { dutiesOf, linkedSystems } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { roles } from "../../shared/domain/roles.ts";

export interface Asker {
  readonly department: string;
  readonly duties: readonly string[];
  readonly system: string | null;
}

const subsets = <One>([first, ...rest]: readonly One[]): One[][] =>
  first === undefined ? [[]] : subsets(rest).flatMap((set) => [[first, ...set], set]);

/** Everybody who can call: each set of duties of each department, each system, nobody, and whoever is out of place. */
export const askers: readonly Asker[] = keysOf(dutiesOf).flatMap((department) => {
  const duties: readonly string[] = dutiesOf[department];
  const foreign = keysOf(roles).filter((role) => !duties.includes(role));
  const systems = department === "linked-system" ? [...keysOf(linkedSystems), null] : [null];
  return [
    ...subsets(duties).flatMap((set) => systems.map((system) => ({ department, duties: set, system }))),
    ...foreign.map((duty) => ({ department, duties: [duty], system: null })),
    {
      department,
      duties: [...duties, ...foreign],
      system: department === "linked-system" ? ("tax" as const) : null,
    },
    { department, duties, system: department === "linked-system" ? null : "tax" },
  ];
});
