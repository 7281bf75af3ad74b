import { type BeyondAssessment, beyondAssessment } from "../../shared/domain/beyond-assessment.ts";
import { conclude, type Decision, type Reason } from "../../shared/domain/decision.ts";
import { type DocumentNeed, type Occasion, today } from "../../shared/domain/filing.ts";
import type { IncomeRecord } from "../../shared/domain/income-record.ts";
import type { FiledRequest, Flow } from "../../shared/flows/define.ts";
import type { BlindIndex, IndexKind } from "../../shared/protection/blind-index.ts";
import { findPeople, type LoadedPerson } from "../../shared/stores/people.ts";
import type { StorePorts } from "../ports.ts";

const numbers = [
  { kind: "basic-pension-number", field: "basicPensionNumber", label: "基礎年金番号" },
  { kind: "individual-number", field: "individualNumber", label: "個人番号" },
] as const satisfies readonly { kind: IndexKind; field: keyof FiledRequest["person"]; label: string }[];

/** 評価書 III-2: someone new must not take a number that is on file for someone else. */
const takenNumbers = async (
  request: FiledRequest,
  loaded: LoadedPerson,
  index: BlindIndex,
  ports: StorePorts,
): Promise<Reason[]> => {
  const found = await Promise.all(
    numbers.map(async ({ kind, field, label }): Promise<Reason[]> => {
      const value = request.person[field];
      const owners = value === undefined ? [] : await findPeople(ports.database, index, kind, value, 2);
      return owners.every((owner) => owner === loaded.personId)
        ? []
        : [
            {
              weight: "incomplete",
              code: "number-of-another",
              message: `${label}が別の人の記録にあります。番号と本人を確かめてください`,
              pointer: `/person/${field}`,
            },
          ];
    }),
  );
  return found.flat();
};

const notCovered = (name: BeyondAssessment): Reason => ({
  weight: "refuse",
  code: "beyond-assessment",
  message: `「${beyondAssessment[name]}」は特定個人情報保護評価書の記録項目にないため、評価書の修正が済むまで受け付けられません`,
  article: "番号法28条",
});

/** A decision, and the papers that the filing has to come with, whether they have or not. */
export type Judged = Decision & { readonly papers: readonly DocumentNeed[] };

/** The flow's decision, and what only the whole file can tell: asked when the filing would put someone new on it. */
export const judge = async (
  flow: Flow,
  request: FiledRequest,
  loaded: LoadedPerson,
  occasion: Occasion,
  ports: StorePorts,
  income: IncomeRecord | null = null,
): Promise<Judged> => {
  const papers = flow.papers(request);
  if (flow.beyond !== undefined && !ports.covered.has(flow.beyond))
    return { outcome: "refuse", reasons: [notCovered(flow.beyond)], papers };
  const decision = flow.decide(request, loaded.person, today(occasion), income);
  if (decision.outcome !== "accept" || loaded.person.facts !== null) return { ...decision, papers };
  const taken = await takenNumbers(request, loaded, await ports.keyring.index(), ports);
  return {
    ...conclude([...decision.reasons, ...taken], () => decision.events),
    ...(decision.assessment ? { assessment: decision.assessment } : {}),
    papers,
  };
};
