import type { FilingId } from "../../../shared/domain/ids.ts";
import { type FlowId, flows } from "../../../shared/flows/catalogue.ts";
import type { Filed } from "../../unit/documents/filed-examples.ts";
import { earning, incomesOf } from "../../unit/flows/income-examples.ts";
import { type FlowExample, filingOf } from "../every-flow.ts";
import { putIncome } from "../incomes-on-file.ts";
import { markedBodies } from "./marked-bodies.ts";
import { kanaMark, type MarkedPerson, nameMark } from "./marked-people.ts";
import type { WitnessedOffice } from "./witnessed-office.ts";

/** How often each thing was done, by 手続: a test says that none was left out. */
export type Deeds = Map<string, number>;
export const deedsOf =
  (deeds: Deeds) =>
  (flow: string, deed: string): void => {
    deeds.set(`${flow} ${deed}`, (deeds.get(`${flow} ${deed}`) ?? 0) + 1);
  };

const clerk = { as: "clerk-1" } as const;
const examiner = { as: "examiner-1", roles: ["examiner"] } as const;

/** What of the details is written by hand, with the marks in it. */
const marked = (details: object = {}) =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (/Kana$/.test(name)) return [name, `${kanaMark}　ハナ`];
      return [name, /Name$|Address|Supplement/.test(name) ? `${nameMark}野　花` : value];
    }),
  );

const bodyOf = (person: object, filed: Filed) => filingOf(person, { ...filed, details: marked(filed.details) });

/** A 届出 that has left the counter, and what the rest of its life needs. */
export interface Lived {
  readonly flow: FlowId;
  readonly form: string;
  readonly person: MarkedPerson;
  readonly filingId: FilingId;
  readonly body: object;
  readonly reported: boolean;
}

/**
 * One example of the catalogue from the counter to 審査済: taken in, sent again, sent again with another body, returned and
 * corrected, and another one withdrawn; every note names the person.
 */
export const liveUntilExamined = async (
  office: WitnessedOffice,
  example: FlowExample,
  who: MarkedPerson,
  at: number,
  did: (flow: string, deed: string) => void,
): Promise<Lived> => {
  const { before = [], birthDate, sex, income, flow, ...filed } = example;
  const person = {
    ...who,
    ...(birthDate ? { birthDate: birthDate as MarkedPerson["birthDate"] } : {}),
    ...(sex ? { sex } : {}),
  };
  const note = `${who.name}(${who.basicPensionNumber})の申出 ${who.phoneNumber}`;
  let keys = 0;
  const file = (of: string, body: unknown, key = `life-${at}-${++keys}`) =>
    office.ask("POST", `/v1/filings/${of}`, { ...clerk, key, body });
  const act = (filingId: string, body: unknown, by: typeof clerk | typeof examiner = clerk) =>
    office.ask("POST", `/v1/filings/${filingId}/actions`, { ...by, body });

  for (const [place, earlier] of before.entries()) {
    await file(earlier.flow, bodyOf(person, earlier));
    if (place === 0 && income) await putIncome(office, who.atenaNumber, income.year, incomesOf(earning(income.yen)));
  }
  const body = bodyOf(person, { flow, ...filed });
  const received = await file(flow, { ...body, intake: "receive" });
  if ((await act(received.body.filingId, { action: "withdraw", note })).status === 200) did(flow, "withdrawn");

  const key = `first-${at}-${flow}`;
  const first = await file(flow, body, key);
  const { filingId } = first.body;
  if (first.body.status === "accepted") did(flow, "accepted");
  const again = await file(flow, body, key);
  if (again.body.filingId === filingId) did(flow, "sent again");
  const other = await file(flow, { ...body, counter: "north" }, key);
  if (other.body.code === "idempotency-key-reused") did(flow, "key reused");

  const numbered = { action: "return-for-correction", note: `${note} 個人番号 ${who.individualNumber}` };
  if ((await act(filingId, numbered)).status === 400) did(flow, "kept out of a remark");
  if ((await act(filingId, { action: "return-for-correction", note })).status === 200) did(flow, "returned");
  const wrong = { ...body, person: { ...person, name: who.individualNumber, individualNumber: who.name } };
  if ((await act(filingId, { action: "correct", filing: wrong })).status >= 400) did(flow, "corrected wrongly");
  if ((await act(filingId, { action: "correct", filing: body })).status === 200) did(flow, "corrected");
  if ((await act(filingId, { action: "examine" }, examiner)).status === 200) did(flow, "examined");
  const reported = flows[flow].report !== null;
  if (!reported && (await act(filingId, { action: "close" })).status === 200) did(flow, "closed");
  return { flow, form: flows[flow].form, person, filingId, body, reported };
};

/** Every field of the same 届出 with the person's data in the wrong place. */
export const fileWrongly = async (
  office: WitnessedOffice,
  { flow, person, body, filingId }: Lived,
  at: number,
  did: (flow: string, deed: string) => void,
): Promise<void> => {
  for (const [nth, wrong] of markedBodies(body, person, at).entries()) {
    const asked = { ...clerk, key: `wrong-${at}-${nth}`, body: wrong };
    const { status } = await office.ask("POST", `/v1/filings/${flow}`, asked);
    if (status >= 400 && status < 500) did(flow, "refused");
  }
  for (const body of markedBodies({ action: "examine", filing: filingId }, person))
    await office.ask("POST", `/v1/filings/${filingId}/actions`, { ...examiner, body });
};
