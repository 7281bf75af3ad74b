import type { AwardItem } from "../../shared/documents/layouts/benefit-decisions.ts";
import type { BenefitKind } from "../../shared/domain/benefits.ts";
import type { FlowId } from "../../shared/flows/catalogue.ts";
import { flows } from "../../shared/flows/catalogue.ts";
import { type Instant, plainDate } from "../../shared/law/calendar.ts";
import { openCounter } from "../unit/support/counter.ts";
import { awardOf, decisionsFile } from "./benefit-decisions.ts";
import { filingOf } from "./every-flow.ts";
import { applicant } from "./people.ts";

interface Asked {
  readonly details?: object;
  readonly documents?: readonly string[];
  readonly atCounter?: object;
  readonly filer?: string;
  /** 事実発生日; the day of filing where left out. */
  readonly eventOn?: string;
}

interface Decided {
  readonly result?: "approved" | "amended" | "rejected" | "returned";
  readonly kind?: BenefitKind;
  readonly facts?: Partial<Record<AwardItem, string | number>>;
  readonly reasonCode?: string;
}

/**
 * One life over the API: what is asked for at the counter, examined, sent to 日本年金機構 and decided there, and what the ward
 * then knows of the rights. Days go by as the story says.
 */
export const lifeStory = (over: object = {}) => {
  const counter = openCounter();
  const person = { ...applicant(), ...over };
  let on = "2026-11-20";
  let filings = 0;

  /** A day comes; all that follows happens on it. */
  const comes = (day: string) => {
    on = day;
    counter.time.now = `${day}T01:00:00.000Z` as Instant;
  };
  comes(on);

  /** Something is filed at the counter today. */
  const asks = async (
    flow: FlowId,
    { eventOn = on, details = {}, documents = [], atCounter, filer = "insured" }: Asked,
  ) => {
    filings += 1;
    const body = filingOf(person, { flow, on, details, documents, filer, ...(atCounter ? { atCounter } : {}) });
    const answer = await counter.file(flow, { ...body, eventOn });
    return {
      status: answer.status as number,
      state: answer.body.status as string | undefined,
      filingId: answer.body.filingId as string,
      papers: answer.body.papers as { readonly attached: boolean }[] | undefined,
      /** Reasons told, or faults that stand against it. */
      codes: (answer.body.reasons ?? answer.body.errors ?? []).map(({ code }: { code: string }) => code) as string[],
      words: JSON.stringify(answer.body),
      body: { ...body, eventOn },
      form: flows[flow].form,
    };
  };
  type Filed = Awaited<ReturnType<typeof asks>>;

  /** It is examined and goes out with the next run. */
  const goesOut = async ({ filingId }: Filed) => {
    const examined = await counter.examine(filingId);
    if (examined.status !== 200) throw new Error(JSON.stringify(examined.body));
    await counter.send();
  };

  /** 日本年金機構 decides today, of a 届出 or of its own. */
  const isDecided = async (filed: Filed | "of its own", { result = "approved", kind, facts, reasonCode }: Decided) => {
    const own = filed === "of its own";
    const { body } = await counter.importFile(
      decisionsFile({
        basicPensionNumber: person.basicPensionNumber ?? "",
        form: own ? "C90" : filed.form,
        ...(own ? {} : { filingId: filed.filingId as never }),
        result,
        processedOn: plainDate(on),
        ...(reasonCode ? { reasonCode } : {}),
        ...(kind && facts ? { award: awardOf(kind, facts) } : {}),
      }),
    );
    return body.lines?.[0] as { readonly outcome: string; readonly mismatch?: string };
  };

  const corrects = async ({ filingId, body }: Filed, change: object) =>
    counter.act(filingId, { action: "correct", filing: { ...body, ...change } });

  const rights = async () =>
    (
      await counter.ask("GET", `/v1/people/${person.atenaNumber}/benefits`, {
        as: "examiner-1",
        roles: ["examiner"],
        purpose: "medical",
      })
    ).body.rights;

  /** What befell the n-th right, in order. */
  const historyOf = async (at = 0): Promise<string[]> =>
    (await rights())[at].history.map(({ changeLabel }: { changeLabel: string }) => changeLabel);

  const list = async (name: string, query: Record<string, string> = {}) =>
    (await counter.ask("GET", `/v1/lists/${name}`, { as: "manager-1", roles: ["manager"], query })).body.rows;

  const isOnFile = async () =>
    (await counter.ask("GET", `/v1/people/${person.atenaNumber}`, { purpose: "counter-inquiry" })).status === 200;

  return {
    person,
    counter,
    comes,
    asks,
    goesOut,
    isDecided,
    corrects,
    rights,
    historyOf,
    list,
    isOnFile,
    filings: () => filings,
  };
};
