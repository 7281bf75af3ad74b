import type { PlainDate } from "../../shared/law/calendar.ts";
import type { SyntheticPerson } from "../ward/person.ts";
import type { form } from "./cast.ts";
import { type Desk, filingAnswer } from "./client.ts";
import type { Report } from "./report.ts";

export interface Stage {
  readonly report: Report;
  /** Names of the objects in the bucket of released files that begin so. */
  readonly released: (prefix: string) => Promise<string[]>;
  readonly today: PlainDate;
  readonly clerk: Desk;
  readonly examiner: Desk;
  readonly manager: Desk;
}

/** A 届出 on its way, with what the demo needs to follow it. */
export interface Tracked {
  readonly filingId: string;
  readonly flow: keyof typeof form;
  readonly person: SyntheticPerson;
  readonly body: Readonly<Record<string, unknown>>;
}

export const act = async (desk: Desk, filingId: string, body: object): Promise<string> => {
  const answer = await desk.post(`/v1/filings/${filingId}/actions`, { body });
  if (answer.status !== 200) throw new Error(`処理できませんでした: ${JSON.stringify(answer.body)}`);
  return filingAnswer.parse(answer.body).status;
};

export const examineAll = async ({ report, examiner }: Stage, filings: readonly Tracked[]) => {
  const after = [];
  for (const { filingId } of filings) after.push(await act(examiner, filingId, { action: "examine" }));
  report.holds(
    `${filings.length}件を別の職員が審査した`,
    after,
    filings.map(() => "examined"),
  );
};
