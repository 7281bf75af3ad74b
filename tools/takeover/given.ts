import type { TakeoverPorts } from "../../functions/linkage/takeover/ports.ts";
import { takeoverSetPattern } from "../../shared/contracts/takeover.ts";
import type { OfficerId } from "../../shared/domain/ids.ts";
import { officerIdSchema } from "../../shared/domain/right-events.ts";
import { Misuse, needed } from "../operator/command.ts";

const text = { type: "string" } as const;

/** What may be given to the commands that work on an environment. */
export const options = {
  env: text,
  endpoint: text,
  set: text,
  operator: text,
  minutes: text,
  confirm: text,
  accept: text,
  officer: text,
  "document-number": text,
} as const;

export type Values = Readonly<Partial<Record<keyof typeof options, string>>>;

export interface Given {
  readonly values: Values;
  /** Opened when everything else that was given is fit. */
  readonly ports: () => TakeoverPorts;
}

export const officerIn = (given: string): OfficerId => {
  const officer = officerIdSchema.safeParse(given);
  if (!officer.success) throw new Misuse("職員IDの形が違う / unfit officer");
  return officer.data;
};

export const operatorOf = ({ operator }: Values): OfficerId => officerIn(needed(operator, "operator"));

export const setOf = ({ set }: Values): string => {
  const given = needed(set, "set");
  if (!takeoverSetPattern.test(given)) throw new Misuse("組の名は英小文字・数字・-の40文字以内 / unfit set");
  return given;
};
