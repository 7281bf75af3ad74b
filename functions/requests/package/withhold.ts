import type { NonDisclosureReason } from "../../../shared/domain/disclosure.ts";
import type { LeftOut, ToldRecord } from "./told-record.ts";
import { packageKinds } from "./told-record.ts";

/** What an officer has decided to leave out: a record, or a field of it with all that is below it. */
export interface Withheld {
  readonly record: string;
  readonly field?: string | undefined;
  readonly reason: NonDisclosureReason;
}

const isWithin = (name: string, field: string): boolean =>
  name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}[`);

/** A record without what was decided to be left out of it, each with its reason; and which of the decisions it met. */
export const withoutWithheld = (
  told: ToldRecord,
  withheld: readonly Withheld[],
): { readonly record: ToldRecord; readonly met: readonly number[] } => {
  const met: number[] = [];
  const left: LeftOut[] = [];
  let { fields } = told;
  for (const [at, { record, field, reason }] of withheld.entries()) {
    if (record !== told.record) continue;
    const gone = fields.filter(({ name }) => field === undefined || isWithin(name, field));
    if (field === undefined) left.push({ name: "", label: packageKinds[told.kind], reason });
    else left.push(...gone.map(({ name, label }) => ({ name, label, reason })));
    if (field === undefined || gone.length > 0) met.push(at);
    fields = fields.filter((each) => !gone.includes(each));
  }
  return { record: { ...told, fields, leftOut: [...told.leftOut, ...left] }, met };
};
